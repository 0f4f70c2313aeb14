import { cluster, fluxSystem, kustomization } from "sluice";

const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "10m",
  prune: true,
  patches: [{ target: { kind: "Deployment" }, patch: "spec:\n  replicas: 2\n" }],
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: apps });
