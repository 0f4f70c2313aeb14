import { cluster, fleet } from "sluice";
import { alerts } from "./alerts.ts";
import { house } from "./house.ts";
import { media } from "./media.ts";
import { tools } from "./tools.ts";

export default fleet(
  cluster("home", {
    path: "clusters/home",
    flux: "2.9",
    // The Kustomization "flux-system" has spec.decryption, so an encrypted Secret may lie at the cluster's root.
    decryption: true,
    resources: [house, media, tools, alerts],
  }),
);
