import { cluster, fleet, group } from "sluice";
import { byHand } from "./by-hand.ts";
import { cellar } from "./cellar.ts";
import { settings } from "./settings.ts";
import { shop } from "./shop.ts";
import { source } from "./source.ts";
import { street } from "./street.ts";

export default fleet(
  cluster("lab", {
    path: "clusters/lab",
    flux: "2.9",
    resources: group({ namespace: settings.namespace }, [source, shop, street, cellar, byHand]),
  }),
);
