import { cluster, gitRepository } from "sluice";

const fleet = gitRepository("fleet", {
  url: "https://git.acme.example/fleet",
  interval: "1m",
  // @ts-expect-error the type says so too
  provider: "Azure",
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: fleet });
