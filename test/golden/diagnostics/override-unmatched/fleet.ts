import { cluster, external, namespace, override } from "sluice";

const shop = namespace("shop");

export default cluster("production", {
  path: "clusters/production",
  flux: "2.9",
  resources: shop,
  overrides: [override(external("HelmRelease", "podinfo", "apps"), { spec: { interval: "1h" } })],
});
