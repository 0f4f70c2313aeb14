import { cluster, kustomization } from "sluice";

const apps = kustomization("apps", {
  sourceRef: { kind: "GitRepository", name: "platfrom" },
  path: "./apps",
  interval: "10m",
  prune: true,
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: apps });
