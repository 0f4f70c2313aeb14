import { cluster, helmRelease, helmRepository } from "sluice";

const charts = helmRepository("charts", { url: "https://charts.acme.example", interval: "1h" });
const shop = helmRelease(
  "shop",
  { chart: { spec: { chart: "shop", version: "latest", sourceRef: charts } }, interval: "30m" },
  { namespace: "default" },
);

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: shop });
