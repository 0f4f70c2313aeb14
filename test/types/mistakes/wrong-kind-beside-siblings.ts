import { fluxSystem, kustomization } from "sluice";

kustomization("apps", {
  sourceRef: fluxSystem,
  interval: "10m",
  prune: true,
  dependsOn: [{ name: fluxSystem, readyExpr: "dep.status.ready" }],
});
