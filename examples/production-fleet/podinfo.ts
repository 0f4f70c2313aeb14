import {
  configMap,
  encryptedFile,
  group,
  helmRelease,
  helmRepository,
  namespace,
  type Resources,
  substitution,
} from "sluice";
import type { Environment } from "./platform.ts";

/** The chart comes from a repository in flux-system that every team may use; the release lives in its own namespace. */
export function podinfo(env: Environment): Resources {
  const charts = helmRepository("podinfo", { url: "https://stefanprodan.github.io/podinfo", interval: "1h" });

  const base = configMap("podinfo-base", {
    data: {
      "values.yaml": JSON.stringify({ logLevel: "info", resources: { requests: { cpu: "100m", memory: "64Mi" } } }),
    },
  });
  const overrides = configMap(`podinfo-${env.name}`, {
    data: { "values.yaml": JSON.stringify({ replicaCount: env.replicas, backend: `https://api.${env.domain}` }) },
  });
  const cache = encryptedFile("podinfo-cache", `secrets/${env.name}.yaml`, { namespace: "podinfo" });

  const release = helmRelease("podinfo", {
    interval: "30m",
    chart: { spec: { chart: "podinfo", version: "6.x", sourceRef: charts } },
    install: { remediation: { retries: 3, remediateLastFailure: true } },
    upgrade: { remediation: { retries: 3, remediateLastFailure: true } },
    rollback: { timeout: "5m", cleanupOnFail: true },
    valuesFrom: [base, overrides, { name: cache, valuesKey: "url", targetPath: "cache" }],
    values: {
      ui: { message: `Hello from ${substitution("CLUSTER")}` },
      ingress: {
        enabled: true,
        className: "nginx",
        hosts: [{ host: `podinfo.${substitution("DOMAIN")}`, paths: [{ path: "/", pathType: "Prefix" }] }],
      },
    },
  });

  const home = namespace("podinfo");
  return group({ namespace: home }, [home, release]);
}
