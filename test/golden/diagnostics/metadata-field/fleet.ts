import { cluster, resource } from "sluice";

const settings = resource({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "settings", namespace: "flux-system", lables: { app: "web" } },
  data: { tier: "gold" },
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: settings });
