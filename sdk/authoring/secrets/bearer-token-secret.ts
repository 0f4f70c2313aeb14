import type { ResourceOptions } from "../../model/resource-options.ts";
import type { SecretInput } from "../../model/secret-value.ts";
import type { Secret } from "../kubernetes/secret.ts";
import { buildSecret } from "./build-secret.ts";
import type { ClientCertificate, NoClientCertificate } from "./client-tls.ts";

/** A bearer token. */
export interface BearerToken {
  /** What is sent behind `Authorization: Bearer`. */
  readonly bearerToken: SecretInput;
  /** Certificates in PEM of whoever signed the server's. */
  readonly "ca.crt"?: SecretInput | undefined;
}

/** A bearer token, and the certificate of a client. */
export interface BearerTokenWithCertificate extends BearerToken, ClientCertificate {}

/** A bearer token, and no certificate of a client. */
export interface BearerTokenAlone extends BearerToken, NoClientCertificate {}

/** What stands in a Secret with a bearer token. */
export type BearerTokenKeys = BearerTokenWithCertificate | BearerTokenAlone;

/**
 * A Secret with a bearer token: the `secretRef` of a GitRepository over HTTPS whose server takes one, such as Bitbucket's. The access
 * tokens of GitHub and GitLab are none: they are passwords, for `basicAuthSecret()`.
 *
 * Source: https://fluxcd.io/flux/components/source/gitrepositories/#bearer-token-authentication
 *
 * @param name The Secret's name.
 * @param keys What stands in it.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function bearerTokenSecret(name: string, keys: BearerTokenKeys, options?: ResourceOptions): Secret {
  return buildSecret({ use: "bearer-token", name, stringData: { ...keys }, options }, bearerTokenSecret);
}
