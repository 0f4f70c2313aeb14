// What each reference slot of the sources, notification, image and operator kinds takes, and nothing else.
import type {
  AlertSpec,
  ArtifactGeneratorSourceByObject,
  ArtifactGeneratorSpec,
  BucketSpec,
  ExternalArtifactSpec,
  FluxInstanceSpec,
  HelmChartSpec,
  ImagePolicySpec,
  ImageRepositorySpec,
  ImageUpdateAutomationSpec,
  ProviderSpec,
  ReceiverSpec,
  ReceiverSpecBase,
  ResourceSetInputProviderSpec,
  ResourceSetSpecBase,
} from "sluice";
import {
  type At,
  type Item,
  type Kind,
  type Local,
  type Named,
  type NameInPlace,
  type NameText,
  takes,
} from "./accepted.ts";

takes<At<BucketSpec, "secretRef">, Local<"Secret">>();
takes<At<BucketSpec, "certSecretRef">, Local<"Secret">>();
takes<At<BucketSpec, "proxySecretRef">, Local<"Secret">>();
takes<At<BucketSpec, "serviceAccountName">, NameText<"ServiceAccount">>();
takes<At<At<BucketSpec, "sts">, "secretRef">, Local<"Secret">>();
takes<At<At<BucketSpec, "sts">, "certSecretRef">, Local<"Secret">>();

takes<At<HelmChartSpec, "sourceRef">, Named<"Bucket" | "GitRepository" | "HelmRepository">>();
takes<At<At<HelmChartSpec, "verify">, "secretRef">, Local<"Secret">>();

// What makes an artifact may be of any kind.
type Anything = Named<Kind> | "a resource of some kind" | "a reference of some kind" | "one of two resources";
takes<At<ExternalArtifactSpec, "sourceRef">, Anything>();

// An alias has to stand beside each source, so none stands alone.
type Sources = "Bucket" | "ExternalArtifact" | "GitRepository" | "HelmChart" | "OCIRepository";
takes<Item<At<ArtifactGeneratorSpec, "sources">>, never>();
takes<At<ArtifactGeneratorSourceByObject, "name">, Named<Sources>>();

// These two are extended where Flux is installed: any kind may be named, and the known ones may stand for themselves.
type Watched =
  | "ArtifactGenerator"
  | "Bucket"
  | "ExternalArtifact"
  | "FluxInstance"
  | "GitRepository"
  | "HelmChart"
  | "HelmRelease"
  | "HelmRepository"
  | "ImagePolicy"
  | "ImageRepository"
  | "ImageUpdateAutomation"
  | "Kustomization"
  | "OCIRepository"
  | "ResourceSet"
  | "ResourceSetInputProvider";
type Watchable = Watched | NameInPlace<Watched> | `external ${Kind}` | "a reference of some kind";
takes<Item<At<AlertSpec, "eventSources">>, Watchable>();
takes<Item<At<ReceiverSpecBase, "resources">>, Watchable>();
takes<At<AlertSpec, "providerRef">, Local<"Provider">>();
takes<At<ReceiverSpec, "secretRef">, Local<"Secret">>();
takes<At<ProviderSpec, "secretRef">, Local<"Secret">>();
takes<At<ProviderSpec, "certSecretRef">, Local<"Secret">>();
takes<At<ProviderSpec, "proxySecretRef">, Local<"Secret">>();
takes<At<ProviderSpec, "serviceAccountName">, NameText<"ServiceAccount">>();

takes<At<ImageRepositorySpec, "secretRef">, Local<"Secret">>();
takes<At<ImageRepositorySpec, "certSecretRef">, Local<"Secret">>();
takes<At<ImageRepositorySpec, "proxySecretRef">, Local<"Secret">>();
takes<At<ImageRepositorySpec, "serviceAccountName">, NameText<"ServiceAccount">>();
takes<At<ImagePolicySpec, "imageRepositoryRef">, Local<"ImageRepository">>();
takes<At<ImageUpdateAutomationSpec, "sourceRef">, Local<"GitRepository">>();
type Commit = At<At<ImageUpdateAutomationSpec, "git">, "commit">;
takes<At<At<Commit, "signingKey">, "secretRef">, Local<"Secret">>();

takes<At<At<FluxInstanceSpec, "distribution">, "imagePullSecret">, NameText<"Secret">>();
takes<At<At<FluxInstanceSpec, "distribution">, "artifactPullSecret">, NameText<"Secret">>();
takes<At<At<FluxInstanceSpec, "sync">, "pullSecret">, NameText<"Secret">>();
takes<Item<At<ResourceSetSpecBase, "dependsOn">>, Anything | NameInPlace<Kind>>();
takes<Item<At<ResourceSetSpecBase, "inputsFrom">>, Local<"ResourceSetInputProvider">>();
takes<At<ResourceSetSpecBase, "serviceAccountName">, NameText<"ServiceAccount">>();
takes<At<ResourceSetInputProviderSpec, "secretRef">, Local<"Secret">>();
takes<At<ResourceSetInputProviderSpec, "certSecretRef">, Local<"Secret">>();
takes<At<ResourceSetInputProviderSpec, "serviceAccountName">, NameText<"ServiceAccount">>();
