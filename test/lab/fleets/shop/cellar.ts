import { directory, group, helmRelease, kustomization, ociRepository } from "sluice";
import { catalogIn } from "./catalog.ts";
import { settings } from "./settings.ts";
import { shop } from "./shop.ts";
import { sync } from "./source.ts";

const chart = ociRepository("pump", {
  url: settings.chart,
  ref: { tag: "1.0.0" },
  interval: "1h",
  insecure: true,
  layerSelector: { mediaType: "application/vnd.cncf.helm.chart.content.v1.tar+gzip", operation: "copy" },
});

const pump = helmRelease("pump", {
  chartRef: chart,
  interval: "1h",
  timeout: "1m",
  upgrade: { remediation: { retries: 1, remediateLastFailure: true } },
  values: { label: settings.pumpLabel },
});

export const cellar = kustomization("cellar", {
  ...sync,
  dependsOn: [shop],
  path: directory("cellar", group({ namespace: settings.namespace }, [chart, pump, catalogIn("cellar")])),
});
