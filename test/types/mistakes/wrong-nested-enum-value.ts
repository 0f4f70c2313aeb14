import { external, helmRelease } from "sluice";

helmRelease("podinfo", {
  interval: "30m",
  chartRef: external("OCIRepository", "podinfo"),
  upgrade: { crds: "createReplace" },
});
