import { sshPublicKeyOf } from "../../model/keys/ssh-key-pair.ts";
import type { ResourceOptions } from "../../model/resource-options.ts";
import { deriveSecret, type SecretInput } from "../../model/secret-value.ts";
import { isSubstitution } from "../../model/substitution.ts";
import type { Secret } from "../kubernetes/secret.ts";
import { buildSecret } from "./build-secret.ts";

/** What Flux needs to read or write a Git repository over SSH. */
export interface GitSshKeys {
  /** The private key, in OpenSSH's form or in PEM. Hardware keys cannot be used. */
  readonly identity: SecretInput;
  /** The public keys of the hosts that are trusted, as `ssh-keyscan` prints them. The repository's host has to be among them. */
  readonly known_hosts: SecretInput;
  /** The passphrase of the private key, where it is encrypted. */
  readonly password?: SecretInput | undefined;
  /** The public key, for people who look for it; Flux does not read it. Default: it is derived from `identity`. */
  readonly "identity.pub"?: SecretInput | undefined;
}

/**
 * A Secret for a Git repository over SSH: the `secretRef` of a GitRepository whose URL starts with `ssh://`, or the `pullSecret` of a
 * FluxInstance. The public key is derived from the private one, encrypted or not; it stays empty only for a key in an older PEM form
 * that is encrypted or holds no public key. To write to the repository, as image automation does, the deploy key must be allowed to.
 *
 * An identity that is no private key, one that is encrypted without `password`, and lines that are none of known_hosts are
 * `secret/content`; a repository whose host is unknown there is so too.
 *
 * Source: https://fluxcd.io/flux/components/source/gitrepositories/#ssh-authentication
 *
 * @param name The Secret's name.
 * @param keys What stands in it.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function gitSshSecret(name: string, keys: GitSshKeys, options?: ResourceOptions): Secret {
  // A program without types may leave a key out, which is reported where it is missing.
  const { identity, "identity.pub": given }: Partial<GitSshKeys> = keys ?? {};
  // What Flux fills in is not known here, and neither is what would follow from it.
  const isKnown = identity && !(typeof identity === "object" && isSubstitution(identity));
  const derived = isKnown ? deriveSecret([identity], ([text = ""]) => sshPublicKeyOf(text) ?? "") : undefined;
  const stringData = { ...keys, "identity.pub": given ?? derived };
  return buildSecret({ use: "git-ssh", name, stringData, options }, gitSshSecret);
}
