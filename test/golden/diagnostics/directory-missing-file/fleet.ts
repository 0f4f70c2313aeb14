import { cluster, directory, fluxSystem, kustomization, namespace } from "sluice";

const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: directory("apps", [namespace("shop")], { include: ["base"] }),
  interval: "10m",
  prune: true,
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: apps });
