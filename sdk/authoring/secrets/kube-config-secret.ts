import type { ResourceOptions } from "../../model/resource-options.ts";
import type { SecretInput } from "../../model/secret-value.ts";
import type { Secret } from "../kubernetes/secret.ts";
import { buildSecret } from "./build-secret.ts";

/**
 * A Secret with the kubeconfig of another cluster: the `kubeConfig.secretRef` of a Kustomization or a HelmRelease. Flux reads the key that
 * the reference names, else `value`, else `value.yaml`.
 *
 * A kubeconfig that is no YAML, names no cluster, or needs a program or a file of the machine where it was made is `secret/content`.
 *
 * Source: https://fluxcd.io/flux/components/kustomize/kustomizations/#kubeconfig-remote-clusters
 *
 * @example kubeConfigSecret("edge", { value: fromFile("edge.kubeconfig") })
 *
 * @param name The Secret's name.
 * @param keys Kubeconfigs by key, each of them whole: certificates and tokens stand in it.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function kubeConfigSecret(
  name: string,
  keys: Readonly<Record<string, SecretInput>>,
  options?: ResourceOptions,
): Secret {
  return buildSecret({ use: "kubeconfig", name, stringData: { ...keys }, options }, kubeConfigSecret);
}
