import { cluster, gitRepository, group, kustomization } from "sluice";

const repository = gitRepository("apps", { url: "https://git.acme.example/apps", interval: "1m" });

const apps = kustomization("apps", { sourceRef: repository, path: "./apps", interval: "10m", prune: true });

export default cluster("production", {
  path: "clusters/production",
  flux: "2.9",
  resources: [["shop", "search"].map((namespace) => group({ namespace }, repository)), apps],
});
