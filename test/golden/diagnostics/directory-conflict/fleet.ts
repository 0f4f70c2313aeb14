import { cluster, configMap, directory, fleet, fluxSystem, kustomization } from "sluice";

function site(name: string) {
  const settings = configMap("settings", { data: { site: name } }, { namespace: "default" });
  const apps = kustomization("apps", {
    sourceRef: fluxSystem,
    path: directory("apps", [settings]),
    interval: "10m",
    prune: true,
  });
  return cluster(name, { path: `clusters/${name}`, flux: "2.9", resources: apps });
}

export default fleet(site("staging"), site("production"));
