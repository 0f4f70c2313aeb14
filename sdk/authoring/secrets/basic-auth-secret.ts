import type { ResourceOptions } from "../../model/resource-options.ts";
import type { SecretInput } from "../../model/secret-value.ts";
import type { Secret } from "../kubernetes/secret.ts";
import { buildSecret } from "./build-secret.ts";
import type { ClientCertificate, NoClientCertificate } from "./client-tls.ts";

/** A user name and a password. */
export interface BasicAuth {
  /** The user name. Where a token is the password, what the server says: GitHub takes any, GitLab `oauth2`. */
  readonly username: SecretInput;
  /** The password, or the token that stands for one. */
  readonly password: SecretInput;
  /** Certificates in PEM of whoever signed the server's. Only a GitRepository reads them here; others have `certSecretRef`. */
  readonly "ca.crt"?: SecretInput | undefined;
}

/** A user name, a password, and the certificate of a client. */
export interface BasicAuthWithCertificate extends BasicAuth, ClientCertificate {}

/** A user name and a password, and no certificate of a client. */
export interface BasicAuthAlone extends BasicAuth, NoClientCertificate {}

/** What stands in a Secret with a user name and a password. */
export type BasicAuthKeys = BasicAuthWithCertificate | BasicAuthAlone;

/**
 * A Secret with a user name and a password: the `secretRef` of a GitRepository over HTTPS, of a HelmRepository, of a Bucket's `sts`, or of
 * an input provider of Git. Its type is `kubernetes.io/basic-auth`. For a registry of a HelmRepository of type `oci`, it works as well as
 * `registrySecret()`; for an OCIRepository it does not.
 *
 * Source: https://fluxcd.io/flux/components/source/gitrepositories/#basic-access-authentication
 *
 * @param name The Secret's name.
 * @param keys What stands in it.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function basicAuthSecret(name: string, keys: BasicAuthKeys, options?: ResourceOptions): Secret {
  const type = "kubernetes.io/basic-auth";
  return buildSecret({ use: "basic-auth", name, type, stringData: { ...keys }, options }, basicAuthSecret);
}
