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

const podinfo = kustomization("podinfo", {
  sourceRef: fluxSystem,
  path: directory("teams/podinfo", [namespace("podinfo")]),
  interval: "10m",
  prune: true,
});

const teams = kustomization("teams", { sourceRef: fluxSystem, path: "./teams", interval: "10m", prune: true });
const all = kustomization("all", { sourceRef: fluxSystem, path: "./clusters", interval: "10m", prune: true });
const base = kustomization("base", { sourceRef: fluxSystem, path: "./base", interval: "10m", prune: true });
const again = kustomization("base-again", { sourceRef: fluxSystem, path: "base", interval: "1h", prune: true });

export default cluster("production", {
  path: "clusters/production",
  flux: "2.9",
  resources: [apps, tools, podinfo, teams, all, base, again],
});
