import type { ResourceOptions } from "../../model/resource-options.ts";
import type { SecretInput } from "../../model/secret-value.ts";
import type { Secret } from "../kubernetes/secret.ts";
import { buildSecret } from "./build-secret.ts";

/** Every key that a Bucket's Secret may have, none of which is there: what an alternative has, it takes out. */
export interface NoBucketKeys {
  readonly accesskey?: undefined;
  readonly secretkey?: undefined;
  readonly serviceaccount?: undefined;
  readonly tenantId?: undefined;
  readonly clientId?: undefined;
  readonly clientSecret?: undefined;
  readonly clientCertificate?: undefined;
  readonly clientCertificatePassword?: undefined;
  readonly clientCertificateSendChain?: undefined;
  readonly accountKey?: undefined;
  readonly sasKey?: undefined;
  readonly authorityHost?: undefined;
}

/** A login at storage that speaks S3: a Bucket with `provider` `generic` or `aws`. */
export interface S3Keys extends Omit<NoBucketKeys, "accesskey" | "secretkey"> {
  /** The identifier of the access key. */
  readonly accesskey: SecretInput;
  /** The secret access key. */
  readonly secretkey: SecretInput;
}

/** A login at Google Cloud Storage: a Bucket with `provider: "gcp"`. */
export interface GcsKeys extends Omit<NoBucketKeys, "serviceaccount"> {
  /** The JSON key of a service account. */
  readonly serviceaccount: SecretInput;
}

/** A service principal of Azure with a password. */
export interface AzureClientSecret
  extends Omit<NoBucketKeys, "tenantId" | "clientId" | "clientSecret" | "authorityHost"> {
  readonly tenantId: SecretInput;
  readonly clientId: SecretInput;
  readonly clientSecret: SecretInput;
  /** Where to log in, for a cloud of its own: `https://login.microsoftonline.us/`. Default: Azure's public one. */
  readonly authorityHost?: SecretInput | undefined;
}

/** A service principal of Azure with a certificate. */
export interface AzureClientCertificate
  extends Omit<
    NoBucketKeys,
    | "tenantId"
    | "clientId"
    | "clientCertificate"
    | "clientCertificatePassword"
    | "clientCertificateSendChain"
    | "authorityHost"
  > {
  readonly tenantId: SecretInput;
  readonly clientId: SecretInput;
  /** The certificate and its private key, in PEM. */
  readonly clientCertificate: SecretInput;
  /** The password of the private key, where it is encrypted. */
  readonly clientCertificatePassword?: SecretInput | undefined;
  /** Whether the chain is sent too, for logins by subject and issuer. Default: it is not. */
  readonly clientCertificateSendChain?: "1" | "true" | undefined;
  /** Where to log in, for a cloud of its own: `https://login.microsoftonline.us/`. Default: Azure's public one. */
  readonly authorityHost?: SecretInput | undefined;
}

/** A managed identity of Azure, by its client. */
export interface AzureManagedIdentity extends Omit<NoBucketKeys, "clientId" | "authorityHost"> {
  readonly clientId: SecretInput;
  /** Where to log in, for a cloud of its own: `https://login.microsoftonline.us/`. Default: Azure's public one. */
  readonly authorityHost?: SecretInput | undefined;
}

/** The shared key of a storage account of Azure. */
export interface AzureAccountKey extends Omit<NoBucketKeys, "accountKey" | "authorityHost"> {
  /** The key of the account that stands in the Bucket's endpoint. */
  readonly accountKey: SecretInput;
  /** Where to log in, for a cloud of its own: `https://login.microsoftonline.us/`. Default: Azure's public one. */
  readonly authorityHost?: SecretInput | undefined;
}

/** A shared access signature of Azure. */
export interface AzureSasKey extends Omit<NoBucketKeys, "sasKey" | "authorityHost"> {
  /** The signature, as a query of a URL: `?sp=r&st=…`. */
  readonly sasKey: SecretInput;
  /** Where to log in, for a cloud of its own: `https://login.microsoftonline.us/`. Default: Azure's public one. */
  readonly authorityHost?: SecretInput | undefined;
}

/** What stands in the Secret of a Bucket: the keys of one provider, and of Azure one of its ways to log in. */
export type BucketKeys =
  | AzureClientCertificate
  | AzureClientSecret
  | AzureManagedIdentity
  | AzureAccountKey
  | AzureSasKey
  | GcsKeys
  | S3Keys;

/**
 * A Secret with a login at a storage: the `secretRef` of a Bucket, or the `pullSecret` of a FluxInstance that syncs from one. Which keys are
 * read is for the Bucket's `provider` to say. The `sts` of a Bucket takes a `basicAuthSecret()`.
 *
 * A service account that is no JSON key is `secret/content`.
 *
 * Source: https://fluxcd.io/flux/components/source/buckets/#provider
 *
 * @param name The Secret's name.
 * @param keys What stands in it.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function bucketSecret(name: string, keys: BucketKeys, options?: ResourceOptions): Secret {
  return buildSecret({ use: "bucket", name, stringData: { ...keys }, options }, bucketSecret);
}
