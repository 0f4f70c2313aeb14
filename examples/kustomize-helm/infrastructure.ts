import { directory, external } from "sluice";
import { configs } from "./configs.ts";
import { controllers } from "./controllers.ts";
import { kustomization } from "./defaults.ts";
import type { Environment } from "./environments.ts";

/** The controllers, then what needs their CRDs. Both clusters apply the same two folders. */
export function infrastructure(env: Environment) {
  const sourceRef = external("ExternalArtifact", "infrastructure");

  const infraControllers = kustomization("infra-controllers", {
    sourceRef,
    path: directory("infrastructure/controllers", controllers),
    wait: true,
  });

  const infraConfigs = kustomization("infra-configs", {
    dependsOn: [infraControllers],
    sourceRef,
    path: directory("infrastructure/configs", configs),
    patches: [
      {
        patch: `- op: replace\n  path: /spec/acme/server\n  value: ${env.acme}\n`,
        target: { kind: "ClusterIssuer", name: "letsencrypt" },
      },
    ],
  });

  return { infraControllers, infraConfigs };
}
