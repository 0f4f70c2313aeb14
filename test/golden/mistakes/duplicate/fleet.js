import { cluster, gitRepository, kustomization } from "sluice";

const app = (name, branch) => {
  const repository = gitRepository("deploy", {
    url: "https://git.acme.example/deploy",
    interval: "1m",
    ref: { branch },
  });
  return kustomization(name, { sourceRef: repository, path: `./${name}`, interval: "10m", prune: true });
};

export default cluster("production", {
  path: "clusters/production",
  flux: "2.9",
  resources: [app("shop", "main"), app("search", "release")],
});
