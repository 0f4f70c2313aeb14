import { cluster, namespace } from "sluice";

const shop = namespace("shop");

export const production = cluster("production", { path: "clusters/production", flux: "2.9", resources: shop });
