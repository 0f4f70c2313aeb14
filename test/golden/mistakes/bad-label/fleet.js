import { cluster, fluxSystem, group, kustomization } from "sluice";

const apps = kustomization("apps", { sourceRef: fluxSystem, path: "./apps", interval: "10m", prune: true });
const infra = kustomization("infra", { sourceRef: fluxSystem, path: "./infra", interval: "1h", prune: true });

export default cluster("production", {
  path: "clusters/production",
  flux: "2.9",
  resources: [group({ labels: { team: "Platform Team" } }, [apps, infra])],
});
