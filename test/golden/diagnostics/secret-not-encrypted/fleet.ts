import { cluster, directory, encryptedFile, external, fluxSystem, kustomization } from "sluice";

const credentials = encryptedFile("credentials", "secrets/credentials.yaml", { namespace: "default" });

const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: directory("apps", [credentials]),
  interval: "10m",
  prune: true,
  decryption: { provider: "sops", secretRef: external("Secret", "sops-age") },
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: apps });
