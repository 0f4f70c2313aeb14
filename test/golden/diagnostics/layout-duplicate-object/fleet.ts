import { cluster, directory, fluxSystem, kustomization, namespace } from "sluice";

const shop = namespace("shop");

const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: directory("apps", [shop]),
  interval: "10m",
  prune: true,
});

const tools = kustomization("tools", {
  sourceRef: fluxSystem,
  path: directory("tools", [shop]),
  interval: "10m",
  prune: true,
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [apps, tools] });
