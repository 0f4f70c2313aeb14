import { fluxSystem, kustomization } from "sluice";

kustomization("apps", {
  sourceRef: fluxSystem,
  interval: "10m",
  prune: true,
  serviceAccountName: { name: "deployer" },
});
