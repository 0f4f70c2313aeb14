import { cluster, fleet, fluxSystem, kustomization } from "sluice";

const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "10m",
  prune: true,
  postBuild: { substitute: { tier: "gold" }, substituteStrategy: "Always" },
});

export default fleet(
  cluster("staging", { path: "clusters/staging", flux: "2.9", resources: apps }),
  cluster("production", { path: "clusters/production", flux: "2.8", resources: apps }),
);
