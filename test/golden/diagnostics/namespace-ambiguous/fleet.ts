import { cluster, fluxSystem, kustomization, serviceAccount } from "sluice";

const deployer = serviceAccount("deployer");

const tenants = ["shop", "search"].map((namespace) =>
  kustomization(
    "apps",
    { sourceRef: fluxSystem, path: `./${namespace}`, interval: "10m", prune: true, serviceAccountName: deployer },
    { namespace },
  ),
);

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [deployer, tenants] });
