// What each reference slot of the kinds that everybody writes takes, and nothing else. The other kinds are in slots-others.ts.
import type {
  DeliveringSource,
  GitRepositorySpec,
  GroupOptions,
  HelmReleaseSpec,
  HelmReleaseSpecBase,
  HelmRepositorySpec,
  KustomizationSpec,
  OCIRepositorySpec,
  ResourceOptions,
  ServiceAccountBody,
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

type KubeConfig = At<KustomizationSpec, "kubeConfig">;
type ReleaseKubeConfig = At<HelmReleaseSpecBase, "kubeConfig">;

takes<At<GitRepositorySpec, "secretRef">, Local<"Secret">>();
takes<At<GitRepositorySpec, "proxySecretRef">, Local<"Secret">>();
takes<At<At<GitRepositorySpec, "verify">, "secretRef">, Local<"Secret">>();
takes<At<GitRepositorySpec, "serviceAccountName">, NameText<"ServiceAccount">>();
takes<At<Item<At<GitRepositorySpec, "include">>, "repository">, Local<"GitRepository">>();

takes<At<OCIRepositorySpec, "secretRef">, Local<"Secret">>();
takes<At<OCIRepositorySpec, "certSecretRef">, Local<"Secret">>();
takes<At<OCIRepositorySpec, "proxySecretRef">, Local<"Secret">>();
takes<At<At<OCIRepositorySpec, "verify">, "secretRef">, Local<"Secret">>();
takes<At<At<OCIRepositorySpec, "verify">, "trustedRootSecretRef">, Local<"Secret">>();
takes<At<OCIRepositorySpec, "serviceAccountName">, NameText<"ServiceAccount">>();

takes<At<HelmRepositorySpec, "secretRef">, Local<"Secret">>();
takes<At<HelmRepositorySpec, "certSecretRef">, Local<"Secret">>();

takes<At<KustomizationSpec, "sourceRef">, Named<"Bucket" | "ExternalArtifact" | "GitRepository" | "OCIRepository">>();
takes<Item<At<KustomizationSpec, "dependsOn">>, Local<"Kustomization">>();
takes<At<KustomizationSpec, "serviceAccountName">, NameText<"ServiceAccount">>();
takes<At<KustomizationSpec, "targetNamespace">, NameText<"Namespace">>();
takes<At<At<KustomizationSpec, "decryption">, "secretRef">, Local<"Secret">>();
takes<At<At<KustomizationSpec, "decryption">, "serviceAccountName">, NameText<"ServiceAccount">>();
takes<At<KubeConfig, "secretRef">, Local<"Secret">>();
takes<At<KubeConfig, "configMapRef">, Local<"ConfigMap">>();
takes<
  Item<At<At<KustomizationSpec, "postBuild">, "substituteFrom">>,
  Named<"ConfigMap" | "Secret"> | NameInPlace<"ConfigMap" | "Secret">
>();

takes<
  At<At<At<HelmReleaseSpec, "chart">, "spec">, "sourceRef">,
  Named<"Bucket" | "GitRepository" | "HelmRepository">
>();
takes<At<At<At<At<HelmReleaseSpec, "chart">, "spec">, "verify">, "secretRef">, Local<"Secret">>();
takes<At<HelmReleaseSpec, "chartRef">, Named<"ExternalArtifact" | "HelmChart" | "OCIRepository">>();
takes<Item<At<HelmReleaseSpecBase, "dependsOn">>, Local<"HelmRelease">>();
takes<
  Item<At<HelmReleaseSpecBase, "valuesFrom">>,
  Named<"ConfigMap" | "Secret"> | NameInPlace<"ConfigMap" | "Secret">
>();
takes<At<HelmReleaseSpecBase, "serviceAccountName">, NameText<"ServiceAccount">>();
takes<At<HelmReleaseSpecBase, "targetNamespace">, NameText<"Namespace">>();
takes<At<HelmReleaseSpecBase, "storageNamespace">, NameText<"Namespace">>();
takes<At<ReleaseKubeConfig, "secretRef">, Local<"Secret">>();
takes<At<ReleaseKubeConfig, "configMapRef">, Local<"ConfigMap">>();

// Anything can be waited for.
takes<
  Item<At<KustomizationSpec, "healthChecks">>,
  Named<Kind> | "a resource of some kind" | "a reference of some kind" | "one of two resources"
>();

takes<At<DeliveringSource, "source">, Named<"Bucket" | "ExternalArtifact" | "GitRepository" | "OCIRepository">>();
takes<At<ResourceOptions, "namespace">, Named<"Namespace"> | "text">();
takes<At<GroupOptions, "namespace">, Named<"Namespace"> | "text">();
takes<At<KustomizationSpec, "path">, "text" | "deferred text" | "substitution" | "directory">();

takes<Item<At<ServiceAccountBody, "imagePullSecrets">>, Local<"Secret">>();
