import { helmChart, ociRepository } from "sluice";

const charts = ociRepository("charts", { url: "oci://registry.acme.example/charts", interval: "1h" });
helmChart("app", { chart: "app", sourceRef: charts, interval: "1h" });
