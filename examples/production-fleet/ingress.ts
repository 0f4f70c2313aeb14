import { group, helmRelease, helmRepository, namespace } from "sluice";

const ingressNginx = namespace("ingress-nginx");

/** The same on every cluster, so both write one folder. */
export const ingress = group({ namespace: ingressNginx }, [
  ingressNginx,
  helmRelease("ingress-nginx", {
    interval: "1h",
    chart: {
      spec: {
        chart: "ingress-nginx",
        version: "4.x",
        sourceRef: helmRepository("ingress-nginx", {
          url: "https://kubernetes.github.io/ingress-nginx",
          interval: "6h",
        }),
      },
    },
  }),
]);
