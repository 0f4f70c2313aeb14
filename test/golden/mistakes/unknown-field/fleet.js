import { cluster, gitRepository } from "sluice";

const apps = gitRepository("apps", {
  url: "https://git.acme.example/apps",
  interval: "1m",
  ref: { brunch: "main" },
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: apps });
