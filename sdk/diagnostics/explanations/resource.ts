import type { Explanations } from "./explanation.ts";

/** Why each `resource/…` is a rule, and what it looks like. */
export const RESOURCE: Explanations<"resource"> = {
  "resource/not-served": {
    why: "Applying an object of a kind or version that the cluster lacks fails.",
    wrong: {
      program: `
const apps = resource({
  apiVersion: "source.toolkit.fluxcd.io/v1beta2", kind: "GitRepository",
  metadata: { name: "apps", namespace: "flux-system" },
  spec: { url: "https://git.acme.example/apps", interval: "1m" },
});
`,
    },
    right: {
      program: `
const apps = resource({
  apiVersion: "source.toolkit.fluxcd.io/v1", kind: "GitRepository",
  metadata: { name: "apps", namespace: "flux-system" },
  spec: { url: "https://git.acme.example/apps", interval: "1m" },
});
`,
    },
  },
};
