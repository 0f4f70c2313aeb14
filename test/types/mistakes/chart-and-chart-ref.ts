import { external, helmRelease } from "sluice";

helmRelease("podinfo", {
  interval: "30m",
  chart: { spec: { chart: "podinfo", sourceRef: external("HelmRepository", "podinfo") } },
  chartRef: external("OCIRepository", "podinfo"),
});
