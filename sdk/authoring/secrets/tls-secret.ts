import type { ResourceOptions } from "../../model/resource-options.ts";
import type { SecretInput } from "../../model/secret-value.ts";
import type { Secret } from "../kubernetes/secret.ts";
import { buildSecret } from "./build-secret.ts";
import type { ClientCertificate, NoClientCertificate } from "./client-tls.ts";

/** The certificate of a client, and perhaps whom to trust. */
export interface TlsClientKeys extends ClientCertificate {
  /** Certificates in PEM of whoever signed the server's. Default: those that the controller's system trusts. */
  readonly "ca.crt"?: SecretInput | undefined;
}

/** Whom to trust, and no certificate of a client. */
export interface TlsAuthorityKeys extends NoClientCertificate {
  /** Certificates in PEM of whoever signed the server's. */
  readonly "ca.crt": SecretInput;
}

/** What stands in a Secret with certificates: those of a client, those to trust, or both. */
export type TlsKeys = TlsClientKeys | TlsAuthorityKeys;

/**
 * A Secret with certificates: the `certSecretRef` of a source, an ImageRepository, a Provider or an input provider, and the `secretRef`
 * of a GitRepository that everybody may read and whose server has a certificate of its own. Its type is `kubernetes.io/tls` with the
 * certificate of a client, else `Opaque`.
 *
 * What is no certificate or key in PEM, and a key of another certificate, are `secret/content`.
 *
 * Source: https://fluxcd.io/flux/components/source/helmrepositories/#cert-secret-reference
 *
 * @param name The Secret's name.
 * @param keys What stands in it.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function tlsSecret(name: string, keys: TlsKeys, options?: ResourceOptions): Secret {
  // The API server wants both keys of that type, so it takes no authority alone.
  const type = keys?.["tls.crt"] === undefined ? undefined : "kubernetes.io/tls";
  return buildSecret({ use: "tls", name, type, stringData: { ...keys }, options }, tlsSecret);
}
