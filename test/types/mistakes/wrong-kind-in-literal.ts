import { kustomization } from "sluice";

kustomization("apps", { sourceRef: { kind: "HelmRepository", name: "podinfo" }, interval: "10m", prune: true });
