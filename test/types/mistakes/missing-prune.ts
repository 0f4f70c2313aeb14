import { fluxSystem, kustomization } from "sluice";

kustomization("apps", { sourceRef: fluxSystem, path: "./apps", interval: "10m" });
