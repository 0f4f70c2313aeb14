import { cluster, configMap, external, fromPolicy } from "sluice";

const policy = external("ImagePolicy", "app", "flux-system");
const versions = configMap(
  "versions",
  { data: { app: fromPolicy(policy, "ghcr.io/acme/app:1.0.0") } },
  { namespace: "default" },
);

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: versions });
