import { fluxSystem, withDefaults } from "sluice";

const { kustomization } = withDefaults({ interval: "10m" });

kustomization("apps", { sourceRef: fluxSystem, path: "./apps" });
