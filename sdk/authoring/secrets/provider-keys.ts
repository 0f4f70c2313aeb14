import type { SecretInput } from "../../model/secret-value.ts";

/** What every Secret of a Provider may have. */
export interface ProviderKeys {
  /** The URL, in the place of `spec.address`: for one that holds a secret itself. At most 2048 characters. */
  readonly address?: SecretInput | undefined;
}

/** The URL alone: a webhook's, which is a secret itself. */
export interface ProviderAddressKeys {
  /** The URL, in the place of `spec.address`. At most 2048 characters. */
  readonly address: SecretInput;
}

/** Headers of each request. */
export interface ProviderHeaderKeys extends ProviderKeys {
  /** Headers by name, or the YAML of them: `{ Authorization: secretText`Bearer ${token}` }`. */
  readonly headers?: SecretInput | Readonly<Record<string, SecretInput>> | undefined;
}

/** A key with which each request is signed. */
export interface ProviderHmacKeys extends ProviderHeaderKeys {
  /** The key of the HMAC. */
  readonly token: SecretInput;
}

/** A token. */
export interface ProviderTokenKeys extends ProviderKeys {
  readonly token: SecretInput;
  readonly username?: undefined;
  readonly password?: undefined;
}

/** A token, and whom to trust. */
export interface ProviderGitKeys extends ProviderTokenKeys {
  /** Certificates in PEM of whoever signed the server's. `certSecretRef` wins. */
  readonly "ca.crt"?: SecretInput | undefined;
}

/** A user name and a password. */
export interface ProviderLoginKeys extends ProviderKeys {
  readonly username: SecretInput;
  readonly password: SecretInput;
  readonly token?: undefined;
}

/** A user name and a password, and whom to trust. */
export interface ProviderGitLoginKeys extends ProviderLoginKeys {
  /** Certificates in PEM of whoever signed the server's. `certSecretRef` wins. */
  readonly "ca.crt"?: SecretInput | undefined;
}

/** The URL, and no login. */
export interface ProviderAddressAlone extends ProviderAddressKeys {
  readonly token?: undefined;
  readonly username?: undefined;
  readonly password?: undefined;
}

/** A file of credentials of NATS. */
export interface NatsCredentialKeys extends ProviderKeys {
  /** The `.creds` file: a token and the seed of a key. */
  readonly creds: SecretInput;
  readonly nkey?: undefined;
  readonly username?: undefined;
  readonly password?: undefined;
}

/** A key of NATS. */
export interface NatsKeys extends ProviderKeys {
  /** The seed of the key: it starts with `SU`. */
  readonly nkey: SecretInput;
  readonly creds?: undefined;
  readonly username?: undefined;
  readonly password?: undefined;
}

/** A login at NATS. */
export interface NatsLoginKeys extends ProviderKeys {
  readonly username: SecretInput;
  readonly password: SecretInput;
  readonly creds?: undefined;
  readonly nkey?: undefined;
}

/** What a collector of OpenTelemetry may want. */
export interface OtelTokenKeys extends ProviderHeaderKeys {
  readonly token?: SecretInput | undefined;
  readonly username?: undefined;
  readonly password?: undefined;
}

/** A login at a collector of OpenTelemetry. */
export interface OtelLoginKeys extends ProviderHeaderKeys {
  readonly username: SecretInput;
  readonly password: SecretInput;
  readonly token?: undefined;
}

/** The keys that a Provider of each type reads. What it does not read is left out, so that it is not thought to work. */
export interface ProviderKeysByType {
  readonly alertmanager: ProviderLoginKeys | ProviderTokenKeys | ProviderAddressAlone;
  readonly azuredevops: ProviderGitKeys;
  readonly azureeventhub: ProviderTokenKeys | ProviderAddressAlone;
  readonly bitbucket: ProviderGitKeys;
  readonly bitbucketserver: ProviderGitLoginKeys | ProviderGitKeys;
  readonly datadog: ProviderTokenKeys;
  readonly discord: ProviderAddressKeys;
  readonly generic: ProviderHeaderKeys;
  readonly "generic-hmac": ProviderHmacKeys;
  readonly gitea: ProviderGitKeys;
  readonly giteapullrequestcomment: ProviderGitKeys;
  readonly github: ProviderGitKeys;
  readonly githubdispatch: ProviderGitKeys;
  readonly githubpullrequestcomment: ProviderGitKeys;
  readonly gitlab: ProviderGitKeys;
  readonly gitlabmergerequestcomment: ProviderGitKeys;
  readonly googlechat: ProviderAddressKeys;
  readonly googlepubsub: ProviderTokenKeys;
  readonly grafana: ProviderLoginKeys | ProviderTokenKeys;
  readonly lark: ProviderAddressKeys;
  readonly matrix: ProviderTokenKeys;
  readonly msteams: ProviderAddressKeys;
  readonly nats: NatsLoginKeys | NatsKeys | NatsCredentialKeys;
  readonly opsgenie: ProviderTokenKeys;
  readonly otel: OtelLoginKeys | OtelTokenKeys;
  readonly pagerduty: ProviderAddressKeys;
  readonly rocket: ProviderAddressKeys;
  readonly sentry: ProviderAddressKeys;
  readonly slack: ProviderTokenKeys | ProviderAddressAlone;
  readonly telegram: ProviderTokenKeys;
  readonly webex: ProviderTokenKeys;
  readonly zulip: ProviderLoginKeys;
}
