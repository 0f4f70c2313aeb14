import { external, fluxSystem, kustomization } from "sluice";

kustomization("apps", {
  sourceRef: fluxSystem,
  interval: "10m",
  prune: true,
  kubeConfig: { secretRef: external("Secret", "kubeconfig"), configMapRef: external("ConfigMap", "kubeconfig") },
});
