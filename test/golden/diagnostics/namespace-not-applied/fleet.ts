import { cluster, group, namespace, resource } from "sluice";

const certificate = resource({
  apiVersion: "cert-manager.io/v1",
  kind: "Certificate",
  metadata: { name: "shop" },
  spec: { secretName: "shop-tls", issuerRef: { name: "letsencrypt" } },
});

export default cluster("production", {
  path: "clusters/production",
  flux: "2.9",
  resources: [namespace("shop"), group({ namespace: "shop" }, [certificate])],
});
