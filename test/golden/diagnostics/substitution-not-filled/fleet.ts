import { cluster, configMap, directory, fluxSystem, kustomization, substitution } from "sluice";

const settings = configMap("settings", { data: { region: substitution("REGION") } }, { namespace: "default" });

const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: directory("apps", [settings]),
  interval: "10m",
  prune: true,
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: apps });
