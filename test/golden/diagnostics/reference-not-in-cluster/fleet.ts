import { cluster, fluxSystem, kustomization } from "sluice";

const infra = kustomization("infra", { sourceRef: fluxSystem, path: "./infra", interval: "1h", prune: true });

const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "10m",
  prune: true,
  dependsOn: [infra],
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: apps });
