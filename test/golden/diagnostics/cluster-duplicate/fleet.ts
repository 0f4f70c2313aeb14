import { cluster, fleet, namespace } from "sluice";

const shop = namespace("shop");

export default fleet(
  cluster("production", { path: "clusters/eu", flux: "2.9", resources: shop }),
  cluster("production", { path: "clusters/us", flux: "2.9", resources: shop }),
);
