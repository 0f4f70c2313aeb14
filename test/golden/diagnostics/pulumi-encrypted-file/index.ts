import { cluster, encryptedFile, gitRepository } from "sluice";
import { deploy } from "sluice/pulumi";

const key = encryptedFile("git-key", "secrets/git-key.sops.yaml", { namespace: "flux-system" });

const platform = gitRepository("platform", {
  url: "ssh://git@github.com/acme/platform",
  interval: "1m",
  secretRef: key,
});

deploy(cluster("production", { path: "clusters/production", flux: "2.9", resources: platform }));
