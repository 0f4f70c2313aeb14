import { bucket, cluster } from "sluice";

const manifests = bucket("manifests", {
  interval: "5m",
  provider: "aws",
  bucketName: "acme-manifests",
  region: "eu-central-1",
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: manifests });
