import { cluster, resource } from "sluice";

const branches = resource({
  apiVersion: "fluxcd.controlplane.io/v1",
  kind: "ResourceSetInputProvider",
  metadata: { name: "branches", namespace: "flux-system" },
  spec: { type: "GitHubBranch", url: "https://github.com/acme/fleet", filter: { limit: 20_000 } },
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: branches });
