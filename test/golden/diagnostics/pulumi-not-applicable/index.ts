import { cluster, configMap, directory, fluxSystem, kustomization } from "sluice";
import { deploy } from "sluice/pulumi";

const settings = configMap("settings", { data: { replicas: "2" } }, { namespace: "default" });

const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: directory("apps", [settings]),
  interval: "10m",
  prune: true,
  commonMetadata: { labels: { team: "web" } },
});

deploy(cluster("development", { path: "clusters/development", flux: "2.9", resources: apps }), {
  applyDirectories: true,
});
