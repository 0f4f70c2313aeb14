import { cluster, directory, fluxSystem, kustomization, namespace } from "sluice";

const infra = kustomization("infra", {
  sourceRef: fluxSystem,
  path: directory("infra", [namespace("ingress")]),
  interval: "1h",
  prune: true,
});

const apps = kustomization("apps", { sourceRef: fluxSystem, path: "./aps", interval: "10m", prune: true });

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [infra, apps] });
