import { Provider } from "@pulumi/kubernetes";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/index.js";
import { Config, getStack } from "@pulumi/pulumi";
import { cluster, type FluxVersion, gitSshSecret } from "sluice";
import { deploy } from "sluice/pulumi";
import { platform } from "../production-fleet/platform.ts";

const config = new Config();
const name = getStack();

// A changed Secret is updated; without this, Pulumi's provider deletes it and makes another.
const provider = new Provider("cluster", { enableSecretMutable: true });

// In a program of yours this is the zone of some DNS: a resource whose name is known when it is there.
const zone = new ConfigMap(
  "zone",
  { metadata: { name: "zone", namespace: "default" }, data: { domain: config.require("zone") } },
  { provider },
);
export const domain = zone.data.apply((data) => data["domain"] ?? "");

const deployKey = gitSshSecret("platform-deploy-key", {
  identity: config.requireSecret("deployKey"),
  known_hosts: "github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl",
});

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
