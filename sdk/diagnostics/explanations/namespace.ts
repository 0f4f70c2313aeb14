import type { Explanations } from "./explanation.ts";

/** Why each `namespace/…` is a rule, and what it looks like. */
export const NAMESPACE: Explanations<"namespace"> = {
  "namespace/ambiguous": {
    why: "Its namespace is that of the objects that refer to it, and they are in several.",
    wrong: {
      program: `
const deployer = serviceAccount("deployer");
const tenants = ["shop", "search"].map((namespace) =>
  kustomization(
    "apps",
    { sourceRef: fluxSystem, path: \`./\${namespace}\`, interval: "10m", prune: true, serviceAccountName: deployer },
    { namespace: external("Namespace", namespace) },
  ),
);
`,
    },
    right: {
      program: `
const deployer = serviceAccount("deployer");
const tenants = ["shop", "search"].map((name) =>
  group({ namespace: external("Namespace", name) }, [
    deployer,
    kustomization("apps", {
      sourceRef: fluxSystem, path: \`./\${name}\`, interval: "10m", prune: true, serviceAccountName: deployer,
    }),
  ]),
);
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: tenants });
`,
    },
  },
  "namespace/missing": {
    why: "The default would be the namespace of Flux itself, where applications do not belong.",
    wrong: {
      program: `
const podinfo = helmRelease("podinfo", { chartRef: external("OCIRepository", "podinfo"), interval: "30m" });
`,
    },
    right: {
      program: `
const podinfo = helmRelease(
  "podinfo",
  { chartRef: external("OCIRepository", "podinfo"), interval: "30m" },
  { namespace: namespace("apps") },
);
`,
    },
  },
  "namespace/not-applied": {
    why: "Whether a kind that is not known has a namespace at all cannot be told, so its object gets none from a group.",
    wrong: {
      program: `
const shop = namespace("shop");
const certificate = resource({
  apiVersion: "cert-manager.io/v1", kind: "Certificate", metadata: { name: "shop" }, spec: { secretName: "shop-tls" },
});
export default cluster("production", {
  path: "clusters/production", flux: "2.9", resources: [shop, group({ namespace: shop }, [certificate])],
});
`,
    },
    right: {
      program: `
const shop = namespace("shop");
const certificate = resource({
  apiVersion: "cert-manager.io/v1", kind: "Certificate", metadata: { name: "shop", namespace: "shop" },
  spec: { secretName: "shop-tls" },
});
export default cluster("production", {
  path: "clusters/production", flux: "2.9", resources: [shop, group({ namespace: shop }, [certificate])],
});
`,
    },
  },
  "namespace/uncreated": {
    why: "Flux cannot apply an object to a namespace that does not exist.",
    wrong: {
      program: `
const settings = configMap("settings", { data: { replicas: "3" } }, { namespace: "shop" });
`,
    },
    right: {
      program: `
const shop = namespace("shop");
const settings = configMap("settings", { data: { replicas: "3" } }, { namespace: shop });
`,
    },
  },
};
