import type { ResourceOptions } from "../../model/resource-options.ts";
import type { SecretInput } from "../../model/secret-value.ts";
import type { Secret } from "../kubernetes/secret.ts";
import { buildSecret } from "./build-secret.ts";

/**
 * Public keys by file name: `*.asc` for PGP, armored; `*.sshpub` for SSH, in lines of authorized_keys.
 */
export type GitVerificationKeys = Readonly<Record<`${string}.asc` | `${string}.sshpub`, SecretInput>>;

/**
 * A Secret with the public keys of those whose commits and tags are trusted: the `verify.secretRef` of a GitRepository. Signed by any of
 * them is enough.
 *
 * A text that is no public key, and a private key, are `secret/content`.
 *
 * Source: https://fluxcd.io/flux/components/source/gitrepositories/#verification
 *
 * @param name The Secret's name.
 * @param keys The public keys.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function gitVerificationSecret(name: string, keys: GitVerificationKeys, options?: ResourceOptions): Secret {
  return buildSecret({ use: "git-verification-keys", name, stringData: { ...keys }, options }, gitVerificationSecret);
}
