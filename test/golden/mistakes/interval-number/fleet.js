import { cluster, fluxSystem, kustomization } from "sluice";

const app = (name, interval) =>
  kustomization(name, { sourceRef: fluxSystem, path: `./apps/${name}`, interval, prune: true });

export default cluster("production", {
  path: "clusters/production",
  flux: "2.9",
  resources: [app("shop", 5), app("search", "10m"), app("login", 15)],
});
