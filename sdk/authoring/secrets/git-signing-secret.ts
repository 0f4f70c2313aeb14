import type { ResourceOptions } from "../../model/resource-options.ts";
import type { SecretInput } from "../../model/secret-value.ts";
import type { Secret } from "../kubernetes/secret.ts";
import { buildSecret } from "./build-secret.ts";

/** A PGP key that signs commits. */
export interface PgpSigningKey {
  /** The private key, armored. */
  readonly "git.asc": SecretInput;
  /** The passphrase of the key, where it has one. */
  readonly passphrase?: SecretInput | undefined;
  readonly identity?: undefined;
  readonly password?: undefined;
}

/** An SSH key that signs commits. */
export interface SshSigningKey {
  /** The private key, in OpenSSH's form: Ed25519, ECDSA, or RSA of at least 2048 bits. */
  readonly identity: SecretInput;
  /** The passphrase of the key, where it has one. */
  readonly password?: SecretInput | undefined;
  readonly "git.asc"?: undefined;
  readonly passphrase?: undefined;
}

/** What stands in the Secret of a signing key. */
export type GitSigningKeys = PgpSigningKey | SshSigningKey;

/**
 * A Secret with the key that image automation signs its commits with: `git.commit.signingKey.secretRef` of an ImageUpdateAutomation, whose
 * `type` is `gpg` or `ssh`.
 *
 * A text that is no private key is `secret/content`.
 *
 * Source: https://fluxcd.io/flux/components/image/imageupdateautomations/#signing-key
 *
 * @param name The Secret's name.
 * @param keys What stands in it.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function gitSigningSecret(name: string, keys: GitSigningKeys, options?: ResourceOptions): Secret {
  return buildSecret({ use: "git-signing-key", name, stringData: { ...keys }, options }, gitSigningSecret);
}
