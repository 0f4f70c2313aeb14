import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { cluster, type FluxVersion, gitSshSecret } from "sluice";
import { deploy } from "sluice/pulumi";
import { platform } from "../production-fleet/platform.ts";

const config = new pulumi.Config();
const name = pulumi.getStack();

const provider = new kubernetes.Provider("cluster", { enableSecretMutable: true });

const deployKey = gitSshSecret("platform-deploy-key", {
  identity: config.requireSecret("deployKey"),
  known_hosts: "github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl",
});

export const domain = pulumi.interpolate`${name}.${config.require("zone")}`;

const platformOfStack = cluster(name, {
  path: `clusters/${name}`,
  flux: config.require<FluxVersion>("flux"),
  resources: platform({
    name,
    branch: config.require("branch"),
    replicas: config.requireNumber("replicas"),
    domain,
    deployKey,
  }),
});

// Flux reads the folders that the other example has written.
deploy(platformOfStack, { provider, repository: "../production-fleet" });
