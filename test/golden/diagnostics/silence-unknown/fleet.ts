import { cluster, namespace } from "sluice";

const shop = namespace("shop", {}, { silence: ["namespace/uncreate"] });

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: shop });
