import { cluster, helmRelease, helmRepository, namespace, ociRepository } from "sluice";

const charts = helmRepository("podinfo", { url: "https://stefanprodan.github.io/podinfo", interval: "1h" });
const artifact = ociRepository("podinfo", { url: "oci://ghcr.io/stefanprodan/charts/podinfo", interval: "1h" });

const podinfo = helmRelease(
  "podinfo",
  {
    interval: "30m",
    chart: { spec: { chart: "podinfo", version: "6.x", sourceRef: charts } },
    chartRef: artifact,
  },
  { namespace: namespace("podinfo") },
);

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: podinfo });
