import type { SecretUse } from "../../model/secret-use.ts";

/** The builder of Secrets of each use. */
const BUILDERS: Readonly<Record<SecretUse, string>> = {
  "basic-auth": "basicAuthSecret()",
  "bearer-token": "bearerTokenSecret()",
  bucket: "bucketSecret()",
  "cosign-keys": "cosignSecret()",
  "git-signing-key": "gitSigningSecret()",
  "git-ssh": "gitSshSecret()",
  "git-verification-keys": "gitVerificationSecret()",
  "github-app": "githubAppSecret()",
  kubeconfig: "kubeConfigSecret()",
  "notation-trust": "notationSecret()",
  "notification-provider": "providerSecret()",
  proxy: "proxySecret()",
  registry: "registrySecret()",
  "sigstore-trusted-root": "sigstoreTrustedRootSecret()",
  "sops-keys": "sopsKeysSecret()",
  tls: "tlsSecret()",
  values: "valuesSecret()",
  variables: "variablesSecret()",
  "webhook-token": "webhookTokenSecret()",
};

/** The builders of uses in words: `basicAuthSecret() or bearerTokenSecret()`. */
export function buildersOf(uses: readonly SecretUse[], type: "conjunction" | "disjunction" = "disjunction"): string {
  return new Intl.ListFormat("en", { type }).format(uses.map((use) => BUILDERS[use]));
}
