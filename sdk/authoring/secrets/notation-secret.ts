import type { ResourceOptions } from "../../model/resource-options.ts";
import type { SecretInput } from "../../model/secret-value.ts";
import type { Secret } from "../kubernetes/secret.ts";
import { buildSecret } from "./build-secret.ts";

/** A trust policy, and certificates in PEM by file name: `*.crt`, `*.pem`. */
export type NotationKeys = NotationPolicy & Readonly<Record<`${string}.crt` | `${string}.pem`, SecretInput>>;

/** Which signatures count. */
export interface NotationPolicy {
  /** The trust policy, in JSON. */
  readonly "trustpolicy.json": SecretInput;
}

/**
 * A Secret with a trust policy of Notation and the certificates that it trusts: the `verify.secretRef` of an OCIRepository or of a chart
 * with `provider: "notation"`. At least one certificate has to be there.
 *
 * A policy that is no JSON, and what is no certificate in PEM, are `secret/content`.
 *
 * Source: https://fluxcd.io/flux/components/source/ocirepositories/#notation
 *
 * @param name The Secret's name.
 * @param keys What stands in it.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function notationSecret(name: string, keys: NotationKeys, options?: ResourceOptions): Secret {
  return buildSecret({ use: "notation-trust", name, stringData: { ...keys }, options }, notationSecret);
}
