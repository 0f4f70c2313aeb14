import { cluster, fleet, helmRelease, helmRepository } from "sluice";

const charts = helmRepository("charts", { url: "http://charts.example.com", interval: "1h" });
const shop = helmRelease(
  "shop",
  { interval: "1h", chart: { spec: { chart: "shop", version: "7.x", sourceRef: charts } } },
  { namespace: "shop" },
);

export default fleet(cluster("production", { path: "clusters/production", flux: "2.9", resources: [charts, shop] }));
