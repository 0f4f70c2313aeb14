import { cluster, gitRepository } from "sluice";

const shop = gitRepository("shop", {
  url: "https://git.acme.example/shop.git",
  interval: "1m",
  ref: { commit: "c88a2f41" },
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: shop });
