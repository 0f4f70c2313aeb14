// "One of" as types.
import {
  external,
  gitRepository,
  type HelmReleaseSpec,
  helmRelease,
  helmRepository,
  kustomization,
  ociRepository,
} from "sluice";

const chartRef = ociRepository("podinfo", { url: "oci://ghcr.io/stefanprodan/charts/podinfo", interval: "1h" });
const sourceRef = helmRepository("podinfo", { url: "https://stefanprodan.github.io/podinfo" });
const chart = { spec: { chart: "podinfo", sourceRef } };
const source = gitRepository("flux-system", { url: "https://git.acme.example/fleet", interval: "1m" });
const sync = { sourceRef: source, path: "./apps", interval: "1h", prune: true };

helmRelease("a", { interval: "1h", chart });
helmRelease("a", { interval: "1h", chartRef });
helmRelease("a", { interval: "1h", chartRef, chart: undefined });

// @ts-expect-error: both
helmRelease("a", { interval: "1h", chart, chartRef });
// @ts-expect-error: neither
helmRelease("a", { interval: "1h" });

// A helper that decides which.
export function chartOf(inline: boolean): HelmReleaseSpec {
  return inline ? { interval: "1h", chart } : { interval: "1h", chartRef };
}
helmRelease("a", chartOf(true));
helmRelease("a", { ...chartOf(false), releaseName: "b" });

kustomization("a", { ...sync, kubeConfig: { secretRef: external("Secret", "kubeconfig") } });
kustomization("a", { ...sync, kubeConfig: { secretRef: { name: "kubeconfig", key: "value" } } });
kustomization("a", { ...sync, kubeConfig: { secretRef: { name: external("Secret", "kubeconfig"), key: "value" } } });
kustomization("a", { ...sync, kubeConfig: { configMapRef: external("ConfigMap", "kubeconfig") } });
kustomization("a", {
  ...sync,
  // @ts-expect-error: both
  kubeConfig: { secretRef: external("Secret", "a"), configMapRef: external("ConfigMap", "b") },
});
// @ts-expect-error: neither
kustomization("a", { ...sync, kubeConfig: {} });

helmRelease("a", { interval: "1h", chart, install: { strategy: { name: "RetryOnFailure", retryInterval: "5m" } } });
helmRelease("a", { interval: "1h", chart, install: { strategy: { name: "RemediateOnFailure" } } });
helmRelease("a", {
  interval: "1h",
  chart,
  // @ts-expect-error: only RetryOnFailure waits between tries
  install: { strategy: { name: "RemediateOnFailure", retryInterval: "5m" } },
});
// @ts-expect-error: no such strategy
helmRelease("a", { interval: "1h", chart, upgrade: { strategy: { name: "Rollback" } } });
