import { cluster, external, gitRepository } from "sluice";

const shop = gitRepository("shop", {
  url: "ssh://git@git.acme.example:platform/shop.git",
  interval: "1m",
  ref: { branch: "main" },
  secretRef: external("Secret", "shop-key"),
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: shop });
