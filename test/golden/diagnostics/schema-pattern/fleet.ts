import { cluster, gitRepository } from "sluice";

const fleet = gitRepository("fleet", {
  url: "git@git.acme.example:platform/fleet.git",
  interval: "1m",
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: fleet });
