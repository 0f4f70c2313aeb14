import { kustomization } from "sluice";

kustomization("apps", { sourceRef: "flux-system", path: "./apps", interval: "10m", prune: true });
