import { cluster, gitRepository } from "sluice";

const fleet = gitRepository("fleet", {
  url: "https://git.acme.example/fleet",
  interval: "1m",
  serviceAccountName: "deployer",
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: fleet });
