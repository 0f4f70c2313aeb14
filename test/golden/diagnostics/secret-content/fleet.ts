import { cluster, gitRepository, gitSshSecret, secretValue } from "sluice";

const deployKey = gitSshSecret("deploy-key", {
  identity: secretValue("ssh-ed25519 AAAAcorrect-horse"),
  known_hosts: "git.acme.example",
});
const apps = gitRepository("apps", {
  url: "ssh://git@git.acme.example/apps",
  interval: "5m",
  secretRef: deployKey,
});

export default cluster("production", { path: "clusters/production", flux: "2.9", decryption: true, resources: apps });
