import type { ResourceOptions } from "../../model/resource-options.ts";
import type { SecretInput } from "../../model/secret-value.ts";
import type { Secret } from "../kubernetes/secret.ts";
import { buildSecret } from "./build-secret.ts";

/** Public keys in PEM by file name: `cosign.pub`. */
export type CosignKeys = Readonly<Record<`${string}.pub`, SecretInput>>;

/**
 * A Secret with the public keys of those whose signatures are trusted: the `verify.secretRef` of an OCIRepository or of a chart with
 * `provider: "cosign"`. Signed by any of them is enough.
 *
 * A text that is no public key in PEM, and a private key, are `secret/content`.
 *
 * Source: https://fluxcd.io/flux/components/source/ocirepositories/#verification
 *
 * @param name The Secret's name.
 * @param keys The public keys.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function cosignSecret(name: string, keys: CosignKeys, options?: ResourceOptions): Secret {
  return buildSecret({ use: "cosign-keys", name, stringData: { ...keys }, options }, cosignSecret);
}
