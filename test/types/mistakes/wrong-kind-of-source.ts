import { helmRepository, kustomization } from "sluice";

const charts = helmRepository("podinfo", { url: "https://stefanprodan.github.io/podinfo" });

kustomization("apps", { sourceRef: charts, path: "./apps", interval: "10m", prune: true });
