import { cluster, gitRepository, kustomization } from "sluice";

function app(name: string, interval: string) {
  const repository = gitRepository("apps", { url: "https://git.acme.example/apps", interval });
  return kustomization(name, { sourceRef: repository, path: `./${name}`, interval: "10m", prune: true });
}

export default cluster("production", {
  path: "clusters/production",
  flux: "2.9",
  resources: [app("shop", "1m"), app("search", "5m")],
});
