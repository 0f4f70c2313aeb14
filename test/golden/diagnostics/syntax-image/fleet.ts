import { cluster, ociRepository } from "sluice";

const shop = ociRepository("shop", {
  url: "oci://registry.acme.example/charts/shop:1.4.2",
  interval: "1h",
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: shop });
