import { cluster, gitRepository } from "sluice";

const shop = gitRepository("shop", {
  url: "https://git.acme.example/shop.git",
  interval: "1m",
  ref: { semver: ">=1.0 and <2" },
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: shop });
