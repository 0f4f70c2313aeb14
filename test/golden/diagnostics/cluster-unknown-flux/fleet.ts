import { cluster, type FluxVersion, kustomization, namespace, ociRepository } from "sluice";

const fromEnvironment: string = "3.0";

const repository = ociRepository("platform", { url: "oci://ghcr.io/example/platform", interval: "5m" });
const platform = kustomization("platform", { sourceRef: repository, path: "./", interval: "10m", prune: true });

export default cluster("production", {
  path: "clusters/production",
  // A text from elsewhere is not checked by its type.
  flux: fromEnvironment as FluxVersion,
  resources: [namespace("shop"), platform],
});
