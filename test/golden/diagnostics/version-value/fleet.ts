import { cluster, gitRepository } from "sluice";

const fleet = gitRepository("fleet", {
  url: "https://git-codecommit.eu-central-1.amazonaws.com/v1/repos/fleet",
  interval: "1m",
  provider: "aws",
});

export default cluster("production", { path: "clusters/production", flux: "2.8", resources: fleet });
