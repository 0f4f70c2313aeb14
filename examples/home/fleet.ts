import { cluster, fleet } from "sluice";
import { alerts } from "./alerts.ts";
import { flux } from "./flux.ts";
import { house } from "./house.ts";
import { media } from "./media.ts";
import { tools } from "./tools.ts";

export default fleet(
  cluster("home", {
    path: "clusters/home",
    flux: "2.9",
    resources: [flux, house, media, tools, alerts],
  }),
);
