export { deploy } from "./deploy.ts";
export { DeployError } from "./deploy-error.ts";
export type { Adoption, DeployedObject, DeployOptions } from "./deploy-options.ts";
export { DeployedCluster } from "./deployed-cluster.ts";
export { fromPulumi, type PulumiObject } from "./from-pulumi.ts";
