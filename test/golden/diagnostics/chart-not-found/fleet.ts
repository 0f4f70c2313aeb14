import { cluster, fleet, fluxSystem, helmRelease } from "sluice";

const shop = helmRelease(
  "shop",
  { interval: "1h", chart: { spec: { chart: "./charts/shoop", sourceRef: fluxSystem } } },
  { namespace: "shop" },
);

export default fleet(
  cluster("production", {
    path: "clusters/production",
    flux: "2.9",
    sources: [{ source: fluxSystem }],
    resources: [shop],
  }),
);
