import { differencesOf } from "./differences.ts";
import { revealed, type Values } from "./engine-values.ts";
import type { Provider } from "./provider.ts";

/** The type that the engine knows a Helm release by. */
export const RELEASE = "kubernetes:helm.sh/v3:Release";

/** Helm releases that are only said to be installed: charts are somewhere in a network. */
export const releaseProvider: Provider = {
  check: (inputs) => inputs,
  diff: (_state, before, wanted, mutable) => {
    // What is a map stays one.
    const [was, is] = [revealed(before) as Values, revealed(wanted) as Values];
    return differencesOf(was, was, is, mutable);
  },
  create: async (inputs) => ({ id: String(inputs["name"]), state: inputs }),
  update: async (inputs) => ({ id: String(inputs["name"]), state: inputs }),
  read: async (kept, inputs) => ({ ...kept, inputs }),
  delete: async () => {},
};
