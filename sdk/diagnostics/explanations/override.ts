import type { Explanations } from "./explanation.ts";

/** Why each `override/…` is a rule, and what it looks like. */
export const OVERRIDE: Explanations<"override"> = {
  "override/duplicate": {
    why: "The result would depend on the order of two changes.",
    wrong: {
      program: `
const shop = namespace("shop");
export default cluster("production", {
  path: "clusters/production", flux: "2.9", resources: shop,
  overrides: [override(shop, { labels: { team: "shop" } }), override(shop, { labels: { tier: "1" } })],
});
`,
    },
    right: {
      program: `
const shop = namespace("shop");
export default cluster("production", {
  path: "clusters/production", flux: "2.9", resources: shop,
  overrides: [override(shop, { labels: { team: "shop", tier: "1" } })],
});
`,
    },
  },
  "override/identity": {
    why: "References, files and removal follow the object's identity.",
    wrong: {
      program: `
const settings = configMap("settings", {}, { namespace: "default" });
export default cluster("production", {
  path: "clusters/production", flux: "2.9", resources: settings,
  overrides: [override(settings, { remove: ["metadata.namespace"] })],
});
`,
    },
    right: {
      program: `
const settings = (namespace: string) => configMap("settings", {}, { namespace });
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: settings("default") });
`,
    },
  },
  "override/invalid-path": {
    why: "What is read in part only would remove another field than the one that was meant.",
    wrong: {
      program: `
const chart = ociRepository("podinfo", { url: "oci://ghcr.io/acme/podinfo", interval: "1h", timeout: "1m" });
export default cluster("production", {
  path: "clusters/production", flux: "2.9", resources: chart, overrides: [override(chart, { remove: ["spec.timeout."] })],
});
`,
    },
    right: {
      program: `
const chart = ociRepository("podinfo", { url: "oci://ghcr.io/acme/podinfo", interval: "1h", timeout: "1m" });
export default cluster("production", {
  path: "clusters/production", flux: "2.9", resources: chart, overrides: [override(chart, { remove: ["spec.timeout"] })],
});
`,
    },
  },
  "override/unmatched": {
    why: "A change that matches nothing is often a renamed resource or a mistyped field.",
    wrong: {
      program: `
const chart = ociRepository("podinfo", { url: "oci://ghcr.io/acme/podinfo", interval: "1h" });
export default cluster("production", {
  path: "clusters/production", flux: "2.9", resources: chart,
  overrides: [override(external("OCIRepository", "podinfos", "flux-system"), { spec: { interval: "5m" } })],
});
`,
    },
    right: {
      program: `
const chart = ociRepository("podinfo", { url: "oci://ghcr.io/acme/podinfo", interval: "1h" });
export default cluster("production", {
  path: "clusters/production", flux: "2.9", resources: chart,
  overrides: [override(chart, { spec: { interval: "5m" } })],
});
`,
    },
  },
};
