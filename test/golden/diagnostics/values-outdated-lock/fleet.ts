import { cluster, helmRelease, helmRepository, namespace } from "sluice";

const charts = helmRepository("charts", { url: "https://charts.example.com", interval: "1h" });
const shop = namespace("shop");

const web = helmRelease(
  "web",
  {
    interval: "10m",
    chart: { spec: { chart: "web", version: "1.3.0", sourceRef: charts } },
    values: {
      replicaCount: 2,
    },
  },
  { namespace: "shop" },
);

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [charts, shop, web] });
