import { external, type FluxVersion, fluxInstance } from "sluice";

/** Flux itself: the Flux Operator installs it, keeps it at the newest patch, and makes the sync of the cluster's path. */
export function installation(path: string, version: FluxVersion) {
  return fluxInstance("flux", {
    distribution: { version: `${version}.x`, registry: "ghcr.io/fluxcd" },
    components: ["source-controller", "kustomize-controller", "helm-controller", "notification-controller"],
    sync: {
      kind: "GitRepository",
      url: "ssh://git@github.com/acme/fleet",
      ref: "refs/heads/main",
      path,
      pullSecret: external("Secret", "fleet-deploy-key"),
    },
  });
}
