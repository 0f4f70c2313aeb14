import { cluster, fromEnv, gitRepository, secret } from "sluice";
import { deploy } from "sluice/pulumi";

const key = secret("git-key", { stringData: { identity: fromEnv("GIT_KEY") } }, { namespace: "flux-system" });

const platform = gitRepository("platform", {
  url: "ssh://git@github.com/acme/platform",
  interval: "1m",
  secretRef: key,
});

deploy(cluster("production", { path: "clusters/production", flux: "2.9", resources: platform }));
