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
