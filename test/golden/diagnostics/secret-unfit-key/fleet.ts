import { cluster, fluxSystem, kustomization, secret, secretValue } from "sluice";

const vars = secret("vars", { stringData: { "cluster-domain": secretValue("correct-horse.example") } });

const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "10m",
  prune: true,
  postBuild: { substituteFrom: [vars] },
});

export default cluster("production", { path: "clusters/production", flux: "2.9", decryption: true, resources: apps });
