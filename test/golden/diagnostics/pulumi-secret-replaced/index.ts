import { Config } from "@pulumi/pulumi";
import { cluster, gitRepository, secret } from "sluice";
import { deploy } from "sluice/pulumi";

const identity = new Config().getSecret("gitKey") ?? "correct-horse";
const key = secret("git-key", { stringData: { identity } }, { namespace: "flux-system" });

const platform = gitRepository("platform", {
  url: "ssh://git@github.com/acme/platform",
  interval: "1m",
  secretRef: key,
});

deploy(cluster("production", { path: "clusters/production", flux: "2.9", resources: platform }));
