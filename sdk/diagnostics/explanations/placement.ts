import type { Explanations } from "./explanation.ts";

/** Why each `placement/…` is a rule, and what it looks like. */
export const PLACEMENT: Explanations<"placement"> = {
  "placement/ambiguous": {
    why: "Resources of several containers need it, and it may be applied by one of them only.",
    wrong: {
      program: `
const charts = helmRepository("podinfo", { url: "https://stefanprodan.github.io/podinfo" });
const app = (name: string) => {
  const chart = { spec: { chart: "podinfo", sourceRef: charts } };
  const release = helmRelease(name, { chart, interval: "30m" }, { namespace: "default" });
  const path = directory(\`apps/\${name}\`, [release]);
  return kustomization(name, { sourceRef: fluxSystem, path, interval: "10m", prune: true });
};
export default cluster("production", {
  path: "clusters/production", flux: "2.9", resources: [app("frontend"), app("backend")],
});
`,
    },
    right: {
      program: `
const charts = helmRepository("podinfo", { url: "https://stefanprodan.github.io/podinfo" });
const app = (name: string) => {
  const chart = { spec: { chart: "podinfo", sourceRef: charts } };
  const release = helmRelease(name, { chart, interval: "30m" }, { namespace: "default" });
  const path = directory(\`apps/\${name}\`, [release]);
  return kustomization(name, { sourceRef: fluxSystem, path, interval: "10m", prune: true });
};
export default cluster("production", {
  path: "clusters/production", flux: "2.9", resources: [charts, app("frontend"), app("backend")],
});
`,
    },
  },
};
