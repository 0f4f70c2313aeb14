import { cluster, directory, fluxSystem, gitRepository, kustomization, namespace } from "sluice";

const shop = gitRepository("shop", { url: "https://git.acme.example/shop/deploy", interval: "1m" });

const apps = kustomization("apps", {
  sourceRef: shop,
  path: directory("apps", [namespace("shop")]),
  interval: "10m",
  prune: true,
});

export default cluster("production", {
  path: "clusters/production",
  flux: "2.9",
  resources: apps,
  sources: [{ source: fluxSystem }],
});
