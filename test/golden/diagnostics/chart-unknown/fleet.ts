import { cluster, external, fleet, helmRelease } from "sluice";

const shop = helmRelease(
  "shop",
  { interval: "1h", chart: { spec: { chart: "charts/shop", sourceRef: external("GitRepository", "shop") } } },
  { namespace: "shop" },
);

export default fleet(cluster("production", { path: "clusters/production", flux: "2.9", resources: [shop] }));
