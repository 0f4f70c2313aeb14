import type { Explanations } from "./explanation.ts";

/** Why each `value/…` is a rule, and what it looks like. */
export const VALUE: Explanations<"value"> = {
  "value/unsupported": {
    why: "A manifest holds strings, finite numbers, booleans, null, lists and plain objects.",
    wrong: {
      program: `
const podinfo = helmRelease(
  "podinfo",
  { chartRef: external("OCIRepository", "podinfo"), interval: "30m", values: { since: new Date(0) } },
  { namespace: "default" },
);
`,
    },
    right: {
      program: `
const podinfo = helmRelease(
  "podinfo",
  { chartRef: external("OCIRepository", "podinfo"), interval: "30m", values: { since: "1970-01-01" } },
  { namespace: "default" },
);
`,
    },
  },
};
