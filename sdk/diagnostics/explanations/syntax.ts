import type { Explanations } from "./explanation.ts";

/** Why each `syntax/…` is a rule, and what it looks like. */
export const SYNTAX: Explanations<"syntax"> = {
  "syntax/cel": {
    why: "The API server takes any text, and the controller reads it later: an expression that it cannot compile stalls the object until somebody corrects it.",
    wrong: {
      program: `const infra = kustomization("infra", { sourceRef: fluxSystem, path: "./infra", interval: "1h", prune: true });
const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "1h",
  prune: true,
  dependsOn: [{ name: infra, readyExpr: "status.observedGeneration > 0" }],
});`,
    },
    right: {
      program: `const infra = kustomization("infra", { sourceRef: fluxSystem, path: "./infra", interval: "1h", prune: true });
const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "1h",
  prune: true,
  dependsOn: [{ name: infra, readyExpr: "dep.status.observedGeneration > 0" }],
});`,
    },
  },
};
