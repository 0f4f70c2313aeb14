import { cluster, gitRepository, secret } from "sluice";

const credentials = secret("credentials", {}, { namespace: "default" });

const repository = gitRepository("apps", {
  url: "https://git.acme.example/apps",
  interval: "1m",
  secretRef: credentials,
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: repository });
