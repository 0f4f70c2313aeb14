import {
  encryptedFile,
  fromPolicy,
  type GitRepository,
  group,
  hashedConfigMap,
  helmRelease,
  namespace,
  substitution,
} from "sluice";
import { PODINFO_IMAGE, podinfoPolicy } from "./images.ts";
import type { Environment } from "./platform.ts";
import type { WebValues } from "./types/web.ts";

const home = namespace("podinfo");

// Other values are another name, so a release never runs with those of yesterday.
const values = (name: string, content: WebValues) =>
  hashedConfigMap(name, { data: { "values.yaml": JSON.stringify(content, null, 2) } });

const base = values("podinfo-base", {
  logLevel: "info",
  resources: { requests: { cpu: "100m", memory: "64Mi" }, limits: { memory: "128Mi" } },
});

/** An application: values for every environment, what this one does differently, and a secret. */
export function podinfo(env: Environment, repository: GitRepository) {
  const differences = values(`podinfo-${env.name}`, { replicaCount: env.replicas });
  const cache = encryptedFile("podinfo-cache", `secrets/${env.name}.yaml`);

  const release = helmRelease<WebValues>("podinfo", {
    interval: "30m",
    // Where this chart lies, its version does not count: a commit that changes it is released.
    chart: { spec: { chart: "./charts/web", sourceRef: repository, reconcileStrategy: "Revision" } },
    install: { remediation: { retries: 3, remediateLastFailure: true } },
    upgrade: { remediation: { retries: 3, remediateLastFailure: true } },
    rollback: { timeout: "5m", cleanupOnFail: true },
    valuesFrom: [base, differences, { name: cache, valuesKey: "url", targetPath: "cache" }],
    values: {
      image: { tag: fromPolicy(podinfoPolicy, PODINFO_IMAGE, "tag") },
      ui: { message: `Hello from ${substitution("CLUSTER")}` },
      ingress: {
        enabled: true,
        className: "nginx",
        hosts: [{ host: `podinfo.${substitution("DOMAIN")}`, paths: [{ path: "/", pathType: "Prefix" }] }],
      },
    },
  });

  return group({ namespace: home }, [home, release]);
}
