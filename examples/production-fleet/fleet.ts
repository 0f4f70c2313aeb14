import { cluster, external, fleet } from "sluice";
import { platform } from "./platform.ts";

// Somebody made it in each cluster.
const deployKey = external("Secret", "platform-deploy-key");

export default fleet(
  cluster("staging", {
    path: "clusters/staging",
    flux: "2.9",
    resources: platform({ name: "staging", branch: "main", replicas: 1, domain: "staging.acme.example", deployKey }),
  }),
  cluster("production", {
    path: "clusters/production",
    flux: "2.8",
    resources: platform({ name: "production", branch: "release", replicas: 4, domain: "acme.example", deployKey }),
  }),
);
