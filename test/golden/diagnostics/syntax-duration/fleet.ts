import { cluster, gitRepository } from "sluice";

const shop = gitRepository("shop", {
  url: "https://git.acme.example/shop.git",
  interval: "9999999h",
  ref: { branch: "main" },
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: shop });
