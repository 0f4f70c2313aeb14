import { cluster, fluxSystem, kustomization } from "sluice";

const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "10m",
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: apps });
