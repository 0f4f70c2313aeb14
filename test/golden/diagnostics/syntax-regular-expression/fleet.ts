import { cluster, imageRepository } from "sluice";

const tags = imageRepository("shop", {
  image: "registry.acme.example/shop",
  interval: "5m",
  exclusionList: ["^(?!v)"],
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: tags });
