import { fluxSystem, kustomization } from "sluice";

const infra = kustomization("infra", { sourceRef: fluxSystem, interval: "1h", prune: true });

kustomization("apps", { sourceRef: fluxSystem, interval: "10m", prune: true, dependsOn: infra });
