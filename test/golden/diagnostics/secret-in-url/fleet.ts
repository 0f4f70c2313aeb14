import { cluster, gitRepository, helmRelease, helmRepository } from "sluice";

const shop = gitRepository("shop", {
  url: "https://flux:correct-horse@git.acme.example/shop",
  interval: "1m",
  ref: { branch: "main" },
});

const charts = helmRepository("charts", { url: "https://charts.acme.example", interval: "1h" });

const api = helmRelease(
  "api",
  {
    interval: "30m",
    chart: { spec: { chart: "api", version: "1.x", sourceRef: charts } },
    values: { database: "postgres://api:correct-horse@db.default.svc/api" },
  },
  { namespace: "default" },
);

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [shop, api] });
