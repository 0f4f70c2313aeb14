import { cluster, fluxSystem, kustomization } from "sluice";

const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "10m",
  prune: true,
  // @ts-expect-error the type says so too
  dependOn: [{ name: "infra" }],
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: apps });
