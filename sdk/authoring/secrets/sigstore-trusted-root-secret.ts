import type { ResourceOptions } from "../../model/resource-options.ts";
import type { SecretInput } from "../../model/secret-value.ts";
import type { Secret } from "../kubernetes/secret.ts";
import { buildSecret } from "./build-secret.ts";

/** What stands in the Secret of a Sigstore of one's own. */
export interface SigstoreTrustedRootKeys {
  /** The trusted root, in JSON, as `cosign trusted-root create` writes it. */
  readonly "trusted_root.json": SecretInput;
}

/**
 * A Secret with the trusted root of a Sigstore of one's own: the `verify.trustedRootSecretRef` of an OCIRepository with
 * `provider: "cosign"`.
 *
 * What is no JSON object is `secret/content`.
 *
 * Source: https://fluxcd.io/flux/components/source/ocirepositories/#keyless-verification
 *
 * @param name The Secret's name.
 * @param keys What stands in it.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function sigstoreTrustedRootSecret(
  name: string,
  keys: SigstoreTrustedRootKeys,
  options?: ResourceOptions,
): Secret {
  const stringData = { ...keys };
  return buildSecret({ use: "sigstore-trusted-root", name, stringData, options }, sigstoreTrustedRootSecret);
}
