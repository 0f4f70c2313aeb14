import { group, helmRelease, helmRepository, namespace } from "sluice";

const home = namespace("ingress-nginx");

const charts = helmRepository("ingress-nginx", { url: "https://kubernetes.github.io/ingress-nginx", interval: "6h" });

const release = helmRelease("ingress-nginx", {
  interval: "1h",
  chart: { spec: { chart: "ingress-nginx", version: "4.x", sourceRef: charts } },
});

/** The same on every cluster, so that all of them share one folder. */
export const ingress = group({ namespace: home }, [home, release]);
