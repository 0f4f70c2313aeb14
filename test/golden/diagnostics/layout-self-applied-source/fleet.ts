import { cluster, directory, gitRepository, kustomization } from "sluice";

const repository = gitRepository("fleet", { url: "https://git.acme.example/fleet", interval: "1m" });

const infra = kustomization("infra", {
  sourceRef: repository,
  path: directory("infra", [repository]),
  interval: "10m",
  prune: true,
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: infra });
