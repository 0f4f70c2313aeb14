import { cluster, fluxSystem, kustomization } from "sluice";

const apps = kustomization("My_Apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "10m",
  prune: true,
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: apps });
