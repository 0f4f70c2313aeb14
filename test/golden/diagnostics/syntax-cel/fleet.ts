import { cluster, fluxSystem, kustomization } from "sluice";

const infra = kustomization("infra", {
  sourceRef: fluxSystem,
  path: "./infrastructure",
  interval: "1h",
  prune: true,
  healthCheckExprs: [
    {
      apiVersion: "cert-manager.io/v1",
      kind: "ClusterIssuer",
      current: "status.conditions.filter(e, e.type == 'Ready').all(e, e.status = 'True')",
    },
  ],
});

const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "10m",
  prune: true,
  dependsOn: [{ name: infra, readyExpr: "status.conditions.exists(e, e.type == 'Ready')" }],
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [infra, apps] });
