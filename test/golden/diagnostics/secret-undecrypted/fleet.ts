import { cluster, directory, encryptedFile, fluxSystem, kustomization } from "sluice";

const credentials = encryptedFile("credentials", "secrets/credentials.yaml", { namespace: "default" });

const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: directory("apps", [credentials]),
  interval: "10m",
  prune: true,
});

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: apps });
