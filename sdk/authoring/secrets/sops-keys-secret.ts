import { isFields } from "../../model/copy.ts";
import type { ResourceOptions } from "../../model/resource-options.ts";
import type { SecretInput } from "../../model/secret-value.ts";
import type { Secret } from "../kubernetes/secret.ts";
import { buildSecret } from "./build-secret.ts";
import { secretJson } from "./secret-json.ts";

/** Static credentials of AWS KMS. */
export interface AwsKmsCredentials {
  readonly aws_access_key_id: SecretInput;
  readonly aws_secret_access_key: SecretInput;
  /** The token of credentials that expire. */
  readonly aws_session_token?: SecretInput | undefined;
}

/** Every field that credentials of Azure's Key Vault may have, none of which is there: what an alternative has, it takes out. */
export interface NoAzureKeyVaultFields {
  readonly tenantId?: undefined;
  readonly clientId?: undefined;
  readonly clientSecret?: undefined;
  readonly clientCertificate?: undefined;
  readonly clientCertificatePassword?: undefined;
  readonly clientCertificateSendChain?: undefined;
  readonly authorityHost?: undefined;
}

/** A service principal with a password. */
export interface AzureKeyVaultClientSecret
  extends Omit<NoAzureKeyVaultFields, "tenantId" | "clientId" | "clientSecret" | "authorityHost"> {
  readonly tenantId: SecretInput;
  readonly clientId: SecretInput;
  readonly clientSecret: SecretInput;
  /** Where to log in, for a cloud of its own. Default: Azure's public one. */
  readonly authorityHost?: SecretInput | undefined;
}

/** A service principal with a certificate. */
export interface AzureKeyVaultClientCertificate extends Omit<NoAzureKeyVaultFields, keyof NoAzureKeyVaultFields> {
  readonly tenantId: SecretInput;
  readonly clientId: SecretInput;
  /** The certificate and its private key, in PEM. */
  readonly clientCertificate: SecretInput;
  /** The password of the private key, where it is encrypted. */
  readonly clientCertificatePassword?: SecretInput | undefined;
  /** Whether the chain is sent too, for logins by subject and issuer. Default: it is not. */
  readonly clientCertificateSendChain?: boolean | undefined;
  /** Where to log in, for a cloud of its own. Default: Azure's public one. */
  readonly authorityHost?: SecretInput | undefined;
  readonly clientSecret?: undefined;
}

/** A managed identity. */
export interface AzureKeyVaultManagedIdentity extends Omit<NoAzureKeyVaultFields, "clientId"> {
  readonly clientId: SecretInput;
}

/** Credentials of Azure's Key Vault. */
export type AzureKeyVaultCredentials =
  | AzureKeyVaultClientCertificate
  | AzureKeyVaultClientSecret
  | AzureKeyVaultManagedIdentity;

/** Keys and credentials that SOPS decrypts with. Files of age and PGP keys have any name with the right end. */
export interface SopsKeys {
  /** Identities of age, as `age-keygen` writes them: lines that start with `AGE-SECRET-KEY-`. */
  readonly [age: `${string}.agekey`]: SecretInput | undefined;
  /** Private PGP keys, armored, without a passphrase: Flux cannot give one. */
  readonly [pgp: `${string}.asc`]: SecretInput | undefined;
  /** A token of Vault or OpenBao. */
  readonly "sops.vault-token"?: SecretInput | undefined;
  /** Credentials of AWS KMS, or the YAML of them. */
  readonly "sops.aws-kms"?: SecretInput | AwsKmsCredentials | undefined;
  /** Credentials of Azure's Key Vault, or the YAML of them. */
  readonly "sops.azure-kv"?: SecretInput | AzureKeyVaultCredentials | undefined;
  /** The JSON key of a service account of Google Cloud. */
  readonly "sops.gcp-kms"?: SecretInput | undefined;
}

/**
 * A Secret with the keys that a Kustomization decrypts with: its `decryption.secretRef`. This Secret itself cannot be encrypted by what it
 * holds: put it into the cluster by another way (`flux create secret sops`, Pulumi, an external store) and name it with `external()`, or
 * encrypt it for a key that is there already.
 *
 * A text that is no key of its kind, a PGP key with a passphrase, and keys under other names are `secret/content`.
 *
 * Source: https://fluxcd.io/flux/components/kustomize/kustomizations/#decryption-secret-reference
 *
 * @param name The Secret's name.
 * @param keys What stands in it.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function sopsKeysSecret(name: string, keys: SopsKeys, options?: ResourceOptions): Secret {
  const entries = Object.entries(keys ?? {}).map(([key, value]) => [key, textOf(value)] as const);
  return buildSecret({ use: "sops-keys", name, stringData: Object.fromEntries(entries), options }, sopsKeysSecret);
}

function textOf(
  value: SecretInput | AwsKmsCredentials | AzureKeyVaultCredentials | undefined,
): SecretInput | undefined {
  if (typeof value !== "object" || value === null || !isFields(value)) {
    // What is no map of fields is a value of a Secret.
    return value as SecretInput | undefined;
  }
  return secretJson(value);
}
