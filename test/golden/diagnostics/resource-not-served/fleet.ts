import { cluster, resource } from "sluice";

const repository = resource({
  apiVersion: "source.toolkit.fluxcd.io/v1beta2",
  kind: "GitRepository",
  metadata: { name: "apps", namespace: "flux-system" },
  spec: { url: "https://git.acme.example/apps", interval: "1m" },
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: repository });
