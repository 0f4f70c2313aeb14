import { cluster, fleet, helmRelease, helmRepository } from "sluice";

const charts = helmRepository("charts", { url: "http://charts.example.com", interval: "1h" });
const shop = helmRelease(
  "shop",
  {
    interval: "1h",
    chart: { spec: { chart: "shop", version: "1.x", sourceRef: charts } },
    values: { colour: "red" },
  },
  { namespace: "shop" },
);

export default fleet(cluster("production", { path: "clusters/production", flux: "2.9", resources: [charts, shop] }));
