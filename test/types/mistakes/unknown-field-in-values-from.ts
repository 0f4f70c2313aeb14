import { external, helmRelease } from "sluice";

helmRelease("podinfo", {
  interval: "30m",
  chartRef: external("OCIRepository", "podinfo"),
  valuesFrom: [{ kind: "ConfigMap", name: "podinfo-values", key: "base.yaml" }],
});
