import { kustomization } from "sluice";

kustomization("apps", { sourceRef: { name: "flux-system" }, path: "./apps", interval: "10m", prune: true });
