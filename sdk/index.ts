export { type AppChart, type AppOptions, app } from "./authoring/app.ts";
export { type BootstrapSync, type BootstrapSyncOptions, bootstrapSync } from "./authoring/bootstrap-sync.ts";
export { defineBodyKind, defineKind } from "./authoring/define-kind.ts";
export { encryptedFile } from "./authoring/encrypted-file.ts";
export { fluxSystem } from "./authoring/flux-system.ts";
export { type ConfigMap, type ConfigMapBody, configMap } from "./authoring/kubernetes/config-map.ts";
export { type HashedConfigMapBody, hashedConfigMap } from "./authoring/kubernetes/hashed-config-map.ts";
export { type Namespace, type NamespaceBody, namespace } from "./authoring/kubernetes/namespace.ts";
export { type Secret, type SecretBody, secret } from "./authoring/kubernetes/secret.ts";
export {
  type ServiceAccount,
  type ServiceAccountBody,
  serviceAccount,
} from "./authoring/kubernetes/service-account.ts";
export { type KubernetesObject, resource } from "./authoring/resource.ts";
export {
  type BasicAuth,
  type BasicAuthAlone,
  type BasicAuthKeys,
  type BasicAuthWithCertificate,
  basicAuthSecret,
} from "./authoring/secrets/basic-auth-secret.ts";
export {
  type BearerToken,
  type BearerTokenAlone,
  type BearerTokenKeys,
  type BearerTokenWithCertificate,
  bearerTokenSecret,
} from "./authoring/secrets/bearer-token-secret.ts";
export {
  type AzureAccountKey,
  type AzureClientCertificate,
  type AzureClientSecret,
  type AzureManagedIdentity,
  type AzureSasKey,
  type BucketKeys,
  bucketSecret,
  type GcsKeys,
  type NoBucketKeys,
  type S3Keys,
} from "./authoring/secrets/bucket-secret.ts";
export type { ClientCertificate, NoClientCertificate } from "./authoring/secrets/client-tls.ts";
export { type CosignKeys, cosignSecret } from "./authoring/secrets/cosign-secret.ts";
export {
  type GitSigningKeys,
  gitSigningSecret,
  type PgpSigningKey,
  type SshSigningKey,
} from "./authoring/secrets/git-signing-secret.ts";
export { type GitSshKeys, gitSshSecret } from "./authoring/secrets/git-ssh-secret.ts";
export { type GitVerificationKeys, gitVerificationSecret } from "./authoring/secrets/git-verification-secret.ts";
export {
  type GitHubApp,
  type GitHubAppInstallation,
  type GitHubAppInstallationAlone,
  type GitHubAppInstallationWithCertificate,
  type GitHubAppKeys,
  type GitHubAppOwner,
  type GitHubAppOwnerAlone,
  type GitHubAppOwnerWithCertificate,
  githubAppSecret,
} from "./authoring/secrets/github-app-secret.ts";
export { kubeConfigSecret } from "./authoring/secrets/kube-config-secret.ts";
export { type NotationKeys, type NotationPolicy, notationSecret } from "./authoring/secrets/notation-secret.ts";
export type * from "./authoring/secrets/provider-keys.ts";
export { providerSecret } from "./authoring/secrets/provider-secret.ts";
export {
  type ProxyAddress,
  type ProxyAlone,
  type ProxyKeys,
  type ProxyWithLogin,
  proxySecret,
} from "./authoring/secrets/proxy-secret.ts";
export { type RegistryLogin, registrySecret } from "./authoring/secrets/registry-secret.ts";
export {
  type SigstoreTrustedRootKeys,
  sigstoreTrustedRootSecret,
} from "./authoring/secrets/sigstore-trusted-root-secret.ts";
export {
  type AwsKmsCredentials,
  type AzureKeyVaultClientCertificate,
  type AzureKeyVaultClientSecret,
  type AzureKeyVaultCredentials,
  type AzureKeyVaultManagedIdentity,
  type NoAzureKeyVaultFields,
  type SopsKeys,
  sopsKeysSecret,
} from "./authoring/secrets/sops-keys-secret.ts";
export { type TlsAuthorityKeys, type TlsClientKeys, type TlsKeys, tlsSecret } from "./authoring/secrets/tls-secret.ts";
export { type HelmValuesKeys, valuesSecret } from "./authoring/secrets/values-secret.ts";
export { variablesSecret } from "./authoring/secrets/variables-secret.ts";
export {
  type GcrWebhookKeys,
  type WebhookToken,
  type WebhookTokenAlone,
  type WebhookTokenKeys,
  webhookTokenSecret,
} from "./authoring/secrets/webhook-token-secret.ts";
export {
  type DefaultedBuilder,
  type DefaultedBuilders,
  type DefaultedHelmReleaseBuilder,
  type Defaults,
  type OptionalFields,
  type WithDefaults,
  withDefaults,
} from "./authoring/with-defaults.ts";
export type { DiagnosticCode } from "./diagnostics/catalog.ts";
export { defineConfig, type SluiceConfig } from "./diagnostics/config.ts";
export type { OutputFormat } from "./diagnostics/output-format.ts";
export * from "./kinds/index.gen.ts";
export {
  type Cluster,
  type ClusterOptions,
  cluster,
  type DeliveringSource,
  type FileSubject,
  type SourceKind,
} from "./model/cluster.ts";
export type { Deferred } from "./model/deferred.ts";
export type { BodyBuilder, Builder, SpecOf } from "./model/define-kind.ts";
export {
  type ConfigMapGenerator,
  type Directory,
  type DirectoryOptions,
  directory,
  type KustomizePatch,
  type KustomizeTarget,
} from "./model/directory.ts";
export { type Fleet, fleet } from "./model/fleet.ts";
export type { FluxVersion } from "./model/flux-version.ts";
export { fromPolicy, type ImagePart, type PolicyImage } from "./model/from-policy.ts";
export { type Group, type GroupOptions, group, type Resources } from "./model/group.ts";
export type { ResourceId } from "./model/identity.ts";
export type { Input } from "./model/input.ts";
export type { KindDefinition } from "./model/kind-definition.ts";
export { type NotSecret, notSecret } from "./model/not-secret.ts";
export { type Changeable, type Changes, type DeepPartial, type Override, override } from "./model/override.ts";
export {
  external,
  type LocalRef,
  type LocalRefTo,
  type NameOf,
  type ObjectRef,
  type RefTo,
} from "./model/reference.ts";
export type { Resolved } from "./model/resolved.ts";
export type { ObjectMeta, Resource } from "./model/resource.ts";
export type { ResourceOptions } from "./model/resource-options.ts";
export type { ObjectSchema, ReferenceFacts, Schema } from "./model/schema.ts";
export {
  type FromFileOptions,
  fromEnv,
  fromFile,
  type SecretInput,
  type SecretValue,
  secretText,
  secretValue,
} from "./model/secret-value.ts";
export { type Substitution, substitution } from "./model/substitution.ts";
