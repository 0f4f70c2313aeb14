import { cluster, directory, fluxSystem, kustomization, namespace } from "sluice";

function app(name: string, folder: string) {
  const path = directory(folder, [namespace(name)]);
  return kustomization(name, { sourceRef: fluxSystem, path, interval: "10m", prune: true });
}

export default cluster("production", {
  path: "clusters/production",
  flux: "2.9",
  resources: [app("shop", "apps/shop"), app("admin", "apps/Shop")],
});
