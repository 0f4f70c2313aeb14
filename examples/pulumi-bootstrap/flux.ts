import { Config } from "@pulumi/pulumi";
import { bootstrapSync, fluxInstance, gitSshSecret } from "sluice";

const config = new Config();

/** Flux itself: what the operator is to install. */
const flux = fluxInstance("flux", {
  distribution: { version: "2.9.x", registry: "ghcr.io/fluxcd" },
  components: ["source-controller", "kustomize-controller", "helm-controller", "notification-controller"],
});

const deployKey = gitSshSecret(
  "flux-system",
  { identity: config.requireSecret("deployKey"), known_hosts: config.require("knownHosts") },
  { namespace: "flux-system" },
);

/** How Flux reads the repository from then on. The same two objects lie in the repository. */
const sync = bootstrapSync({
  url: config.require("repository"),
  path: config.require("path"),
  source: { secretRef: deployKey },
});

export const installation = [flux, deployKey, sync];
