import { cluster, fluxSystem, kustomization } from "sluice";

const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "10m",
  prune: true,
  patches: [{ target: { labelSelector: "app in shop" }, patch: "- op: remove\n  path: /spec/replicas\n" }],
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: apps });
