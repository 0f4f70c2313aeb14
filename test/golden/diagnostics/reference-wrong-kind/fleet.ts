import { cluster, configMap, gitRepository } from "sluice";

const credentials = configMap("credentials", { data: { username: "flux" } }, { namespace: "flux-system" });

const repository = gitRepository("apps", {
  url: "https://git.acme.example/apps",
  interval: "1m",
  // @ts-expect-error A ConfigMap holds no credentials.
  secretRef: credentials,
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: repository });
