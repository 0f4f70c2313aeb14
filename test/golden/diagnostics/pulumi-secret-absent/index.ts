import { cluster, fromEnv, gitRepository, secret } from "sluice";
import { deploy } from "sluice/pulumi";

const known_hosts = "github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";
const identity = fromEnv("GIT_KEY");
const key = secret("git-key", { stringData: { identity, known_hosts } }, { namespace: "flux-system" });

const platform = gitRepository("platform", {
  url: "ssh://git@github.com/acme/platform",
  interval: "1m",
  secretRef: key,
});

deploy(cluster("production", { path: "clusters/production", flux: "2.9", resources: platform }));
