import { cluster, fleet, namespace } from "sluice";

const shop = namespace("shop");

export default fleet(
  cluster("management", { path: "clusters", flux: "2.9", resources: shop }),
  cluster("production", { path: "clusters/production", flux: "2.9", resources: shop }),
);
