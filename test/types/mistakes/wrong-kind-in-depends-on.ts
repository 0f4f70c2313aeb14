import { external, fluxSystem, helmRelease, kustomization } from "sluice";

const redis = helmRelease("redis", { interval: "30m", chartRef: external("OCIRepository", "redis") });

kustomization("apps", { sourceRef: fluxSystem, interval: "10m", prune: true, dependsOn: [redis] });
