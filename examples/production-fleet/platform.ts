import { configMap, directory, external, gitRepository, type Input, kustomization, type RefTo } from "sluice";
import { imageAutomation } from "./images.ts";
import { ingress } from "./ingress.ts";
import { notifications } from "./notifications.ts";
import { podinfo } from "./podinfo.ts";

export interface Environment {
  readonly name: string;
  readonly branch: string;
  readonly replicas: number;
  /** Where the applications are reached. */
  readonly domain: Input<string>;
  /** The Secret with the key that Flux reads the repository with. */
  readonly deployKey: RefTo<"Secret">;
}

/** What a cluster runs: the ingress controller, then the applications behind it, their updates and what is said of them. */
export function platform(env: Environment) {
  const repository = gitRepository("platform", {
    url: "ssh://git@github.com/acme/platform",
    ref: { branch: env.branch },
    interval: "1m",
    timeout: "60s",
    ignore: "/docs/\n*.md\n",
    secretRef: env.deployKey,
  });

  const settings = configMap("cluster-settings", { data: { CLUSTER: env.name } });

  const infrastructure = kustomization("infrastructure", {
    sourceRef: repository,
    path: directory("infrastructure", ingress),
    interval: "1h",
    prune: true,
    wait: true,
  });

  const apps = kustomization("apps", {
    dependsOn: [infrastructure],
    sourceRef: repository,
    path: directory(`apps/${env.name}`, podinfo(env, repository)),
    interval: "10m",
    retryInterval: "2m",
    timeout: "5m",
    prune: true,
    // With `wait: true` Flux would look at everything in the folder, and not at the health check.
    wait: false,
    force: false,
    healthChecks: [{ apiVersion: "apps/v1", kind: "Deployment", name: "podinfo", namespace: "podinfo" }],
    postBuild: { substitute: { DOMAIN: env.domain }, substituteFrom: [settings] },
    decryption: { provider: "sops", secretRef: external("Secret", "sops-age") },
  });

  const operations = [imageAutomation(env, repository), notifications(env, repository, [infrastructure, apps])];

  // The repository is what a release in a directory needs too, so somebody has to say where it stands.
  return [infrastructure, apps, operations, repository];
}
