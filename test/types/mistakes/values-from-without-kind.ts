import { external, helmRelease } from "sluice";

helmRelease("podinfo", {
  interval: "30m",
  chartRef: external("OCIRepository", "podinfo"),
  valuesFrom: [{ name: "podinfo-values", valuesKey: "base.yaml" }],
});
