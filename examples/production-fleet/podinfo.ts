import {
  encryptedFile,
  fromPolicy,
  group,
  hashedConfigMap,
  helmRelease,
  helmRepository,
  namespace,
  substitution,
} from "sluice";
import { PODINFO_IMAGE, podinfoPolicy } from "./images.ts";
import type { Environment } from "./platform.ts";

const home = namespace("podinfo");

// Given no namespace, it stays with Flux, where other teams' releases can use it too.
const charts = helmRepository("podinfo", { url: "https://stefanprodan.github.io/podinfo", interval: "1h" });

// Other values are another name, so a release never runs with those of yesterday.
const values = (name: string, content: object) =>
  hashedConfigMap(name, { data: { "values.yaml": JSON.stringify(content, null, 2) } });

const base = values("podinfo-base", {
  logLevel: "info",
  resources: { requests: { cpu: "100m", memory: "64Mi" }, limits: { memory: "128Mi" } },
});

/** An application: values for every environment, what this one does differently, and a secret. */
export function podinfo(env: Environment) {
  const differences = values(`podinfo-${env.name}`, { replicaCount: env.replicas });
  const cache = encryptedFile("podinfo-cache", `secrets/${env.name}.yaml`);

  const release = helmRelease("podinfo", {
    interval: "30m",
    chart: { spec: { chart: "podinfo", version: "6.x", sourceRef: charts } },
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
