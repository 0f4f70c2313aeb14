import { cluster, directory, fleet, fluxSystem, kustomization } from "sluice";
import { operator, store } from "./external-secrets.ts";
import { shop } from "./shop.ts";

const applied = { sourceRef: fluxSystem, interval: "10m", prune: true, wait: true };

// The CRD comes with the operator, so what is of its kinds waits for that.
const operators = kustomization("operators", { ...applied, path: directory("operators", operator) });
const stores = kustomization("stores", { ...applied, path: directory("stores", [store]), dependsOn: [operators] });
const apps = kustomization("apps", { ...applied, path: directory("apps", shop), dependsOn: [stores] });

export default fleet(
  cluster("production", { path: "clusters/production", flux: "2.9", resources: [operators, stores, apps] }),
);
