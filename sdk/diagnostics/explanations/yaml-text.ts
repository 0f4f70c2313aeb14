import type { Explanations } from "./explanation.ts";

/** Why each `yaml/…` is a rule, and what it looks like. */
export const YAML: Explanations<"yaml"> = {
  "yaml/duplicate-key": {
    why: "kustomize and the API server refuse the file: only one of the two values could count, and nobody can tell which was meant.",
    wrong: { text: "spec:\n  interval: 10m\n  prune: true\n  interval: 1h\n" },
    right: { text: "spec:\n  interval: 1h\n  prune: true\n" },
  },
  "yaml/invalid": {
    why: "One file that is no YAML fails the build of the whole Kustomization that it belongs to, and Flux applies nothing of it.",
    wrong: { text: "metadata:\n  name: apps\n namespace: flux-system\n" },
    right: { text: "metadata:\n  name: apps\n  namespace: flux-system\n" },
  },
};
