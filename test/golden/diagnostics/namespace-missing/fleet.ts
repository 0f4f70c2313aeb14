import { cluster, helmRelease, ociRepository } from "sluice";

const chart = ociRepository("podinfo", { url: "oci://ghcr.io/stefanprodan/charts/podinfo", interval: "1h" });

const podinfo = helmRelease("podinfo", { chartRef: chart, interval: "30m" });

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: podinfo });
