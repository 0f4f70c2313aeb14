import { cluster, fluxSystem, kustomization } from "sluice";

const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  // @ts-expect-error the type says so too
  interval: 5,
  prune: true,
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: apps });
