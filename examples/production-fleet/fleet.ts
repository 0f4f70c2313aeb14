import { cluster, fleet } from "sluice";
import { platform } from "./platform.ts";

export default fleet(
  cluster("staging", {
    path: "clusters/staging",
    flux: "2.9",
    resources: platform({ name: "staging", branch: "main", domain: "staging.acme.example", replicas: 1 }),
  }),
  cluster("production", {
    path: "clusters/production",
    flux: "2.8",
    resources: platform({ name: "production", branch: "release", domain: "acme.example", replicas: 4 }),
  }),
);
