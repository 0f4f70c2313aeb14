import { HEALTH_CHECKS, READY_EXPRESSION } from "./cel-syntax.ts";
import type { Overlay } from "./overlay.ts";
import { reportsReadiness } from "./readiness.ts";
import { inLanguage, metadata, patches, target } from "./syntaxes.ts";

const TARGET_ORDER = ["group", "version", "kind", "name", "namespace", "labelSelector", "annotationSelector"];

const SOME_KUBE_CONFIG = "has(self.configMapRef) || has(self.secretRef)";
const ONE_KUBE_CONFIG = "!has(self.configMapRef) || !has(self.secretRef)";

/** Source: https://fluxcd.io/flux/components/kustomize/kustomizations/ */
export const kustomization: Overlay = {
  group: "kustomize.toolkit.fluxcd.io",
  kind: "Kustomization",
  page: "https://fluxcd.io/flux/components/kustomize/kustomizations/",
  defaultNamespace: "flux-system",
  guarded: true,
  readiness: reportsReadiness("timeout"),
  applier: {
    path: "path",
    source: "sourceRef",
    prune: "prune",
    deletionPolicy: "deletionPolicy",
    targetNamespace: "targetNamespace",
    kubeConfig: "kubeConfig",
    postBuild: "postBuild",
    decryption: "decryption",
    patches: "patches",
    namePrefix: "namePrefix",
    nameSuffix: "nameSuffix",
    components: "components",
    changes: ["patches", "images", "components", "namePrefix", "nameSuffix", "commonMetadata"],
  },
  references: {
    "spec.dependsOn[]": { kinds: ["Kustomization"], edge: "mention", ordering: true },
    // What is waited for usually stands in the folder that is applied, where nobody looks for it.
    "spec.healthChecks[]": {
      kinds: "any",
      edge: "mention",
      always: ["apiVersion", "namespace"],
      remote: true,
      unresolved: "ignore",
    },
    "spec.serviceAccountName": { kinds: ["ServiceAccount"], edge: "need", unresolved: "ignore", remote: true },
    "spec.targetNamespace": { kinds: ["Namespace"], edge: "mention", remote: true },
    "spec.decryption.secretRef": { kinds: ["Secret"], edge: "need", secret: "sops-keys" },
    "spec.decryption.serviceAccountName": { kinds: ["ServiceAccount"], edge: "need", unresolved: "ignore" },
    "spec.postBuild.substituteFrom[]": { edge: "need", secret: "variables" },
    "spec.kubeConfig.secretRef": { kinds: ["Secret"], edge: "need", secret: "kubeconfig" },
    "spec.kubeConfig.configMapRef": { kinds: ["ConfigMap"], edge: "need" },
  },
  directories: ["spec.path"],
  arms: {
    "spec.kubeConfig": { exactlyOne: ["configMapRef", "secretRef"], rules: [SOME_KUBE_CONFIG, ONE_KUBE_CONFIG] },
  },
  messages: {
    [SOME_KUBE_CONFIG]: 'nothing says where the cluster is: give "secretRef" or "configMapRef"',
    [ONE_KUBE_CONFIG]: 'give "secretRef" or "configMapRef", and not both',
  },
  syntax: {
    ...inLanguage("component-path", "spec.components[]"),
    ...inLanguage("namespace", "spec.targetNamespace"),
    ...inLanguage("variable-name", "spec.postBuild.substitute"),
    ...metadata("spec.commonMetadata"),
    ...patches("spec.patches"),
    ...target("spec.ignore[].target"),
    "spec.dependsOn[].readyExpr": READY_EXPRESSION,
    ...HEALTH_CHECKS,
  },
  order: {
    spec: [
      "dependsOn",
      "interval",
      "retryInterval",
      "timeout",
      "sourceRef",
      "path",
      "prune",
      "deletionPolicy",
      "wait",
      "force",
      "suspend",
      "targetNamespace",
      "serviceAccountName",
      "kubeConfig",
      "decryption",
      "postBuild",
      "commonMetadata",
      "namePrefix",
      "nameSuffix",
      "components",
      "ignoreMissingComponents",
      "patches",
      "images",
      "healthChecks",
      "healthCheckExprs",
    ],
    "spec.commonMetadata": ["labels", "annotations"],
    "spec.kubeConfig.secretRef": ["name", "key"],
    "spec.healthCheckExprs[]": ["apiVersion", "kind", "inProgress", "failed", "current"],
    "spec.images[]": ["name", "newName", "newTag", "digest"],
    "spec.ignore[].target": TARGET_ORDER,
    "spec.patches[].target": TARGET_ORDER,
    "spec.postBuild": ["substitute", "substituteFrom", "substituteStrategy"],
  },
  names: {
    "spec.healthCheckExprs[]": "KustomizationHealthCheckExpr",
    "spec.ignore[]": "KustomizationIgnoreRule",
    "spec.ignore[].target": "KustomizationTarget",
    "spec.images[]": "KustomizationImage",
    "spec.patches[]": "KustomizationPatch",
    "spec.patches[].target": "KustomizationTarget",
    "spec.postBuild.substituteFrom[]": "KustomizationSubstituteFrom",
  },
};
