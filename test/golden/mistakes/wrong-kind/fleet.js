import { cluster, helmRepository, kustomization } from "sluice";

const charts = helmRepository("podinfo", { url: "https://stefanprodan.github.io/podinfo", interval: "1h" });

const apps = kustomization("apps", {
  sourceRef: charts,
  path: "./apps",
  interval: "10m",
  prune: true,
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [charts, apps] });
