import { external, helmRelease } from "sluice";

interface PodinfoValues {
  readonly replicaCount?: number;
}

helmRelease<PodinfoValues>("podinfo", {
  interval: "30m",
  chartRef: external("OCIRepository", "podinfo"),
  values: { replicaCount: "2" },
});
