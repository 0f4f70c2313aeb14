import type { SecretInput } from "../../model/secret-value.ts";

/** A certificate and its key, by which a client shows who it is. One of them alone is refused. */
export interface ClientCertificate {
  /** The client's certificate in PEM, behind it those that signed it. */
  readonly "tls.crt": SecretInput;
  /** The certificate's private key in PEM, not encrypted. */
  readonly "tls.key": SecretInput;
}

/** No certificate of a client. */
export interface NoClientCertificate {
  readonly "tls.crt"?: undefined;
  readonly "tls.key"?: undefined;
}
