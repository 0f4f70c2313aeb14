import { fluxSystem, kustomization, override } from "sluice";

const apps = kustomization("apps", { sourceRef: fluxSystem, interval: "10m", prune: true });

override(apps, { spec: { prune: "false" } });
