import type { ResourceOptions } from "../../model/resource-options.ts";
import type { SecretInput } from "../../model/secret-value.ts";
import type { Secret } from "../kubernetes/secret.ts";
import { buildSecret } from "./build-secret.ts";

/**
 * A Secret with variables: an entry of `postBuild.substituteFrom` of a Kustomization, which puts the values in the place of
 * `substitution("NAME")` in all that it applies. What is put into an object that is no Secret can be read in the cluster.
 *
 * A key that is no name of a variable is `secret/content`: letters, digits and `_`, not starting with a digit.
 *
 * Source: https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution
 *
 * @param name The Secret's name.
 * @param variables The values by the names of their variables.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function variablesSecret(
  name: string,
  variables: Readonly<Record<string, SecretInput>>,
  options?: ResourceOptions,
): Secret {
  return buildSecret({ use: "variables", name, stringData: { ...variables }, options }, variablesSecret);
}
