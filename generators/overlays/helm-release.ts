import { HEALTH_CHECKS, READY_EXPRESSION } from "./cel-syntax.ts";
import type { Overlay } from "./overlay.ts";
import { reportsReadiness } from "./readiness.ts";
import { inLanguage, metadata, patches, target } from "./syntaxes.ts";

const TARGET_ORDER = ["group", "version", "kind", "name", "namespace", "labelSelector", "annotationSelector"];

const SOME_KUBE_CONFIG = "has(self.configMapRef) || has(self.secretRef)";
const ONE_KUBE_CONFIG = "!has(self.configMapRef) || !has(self.secretRef)";
const CHART_OR_CHART_REF = "(has(self.chart) && !has(self.chartRef)) || (!has(self.chart) && has(self.chartRef))";
const INSTALL_RETRY = "!has(self.retryInterval) || self.name != 'RemediateOnFailure'";
const UPGRADE_RETRY = "!has(self.retryInterval) || self.name == 'RetryOnFailure'";

/** Source: https://fluxcd.io/flux/components/helm/helmreleases/ */
export const helmRelease: Overlay = {
  group: "helm.toolkit.fluxcd.io",
  kind: "HelmRelease",
  page: "https://fluxcd.io/flux/components/helm/helmreleases/",
  guarded: true,
  readiness: reportsReadiness("timeout", "install.timeout", "upgrade.timeout", "test.timeout"),
  // A chart's templates are not read, and they may make anything.
  opaqueContent: true,
  charts: {
    template: ["spec", "chart", "spec"],
    reference: ["spec", "chartRef"],
    values: ["spec", "values"],
    valuesFrom: ["spec", "valuesFrom"],
    unchecked: [
      ["spec", "install", "disableSchemaValidation"],
      ["spec", "upgrade", "disableSchemaValidation"],
    ],
    keepsValues: ["spec", "upgrade", "preserveValues"],
  },
  references: {
    "spec.dependsOn[]": { kinds: ["HelmRelease"], edge: "mention", ordering: true },
    "spec.serviceAccountName": { kinds: ["ServiceAccount"], edge: "need", unresolved: "ignore", remote: true },
    "spec.targetNamespace": { kinds: ["Namespace"], edge: "mention", remote: true },
    "spec.storageNamespace": { kinds: ["Namespace"], edge: "mention", remote: true },
    "spec.chart.spec.verify.secretRef": { kinds: ["Secret"], edge: "need", secret: "artifact-verification" },
    "spec.kubeConfig.secretRef": { kinds: ["Secret"], edge: "need", secret: "kubeconfig" },
    "spec.kubeConfig.configMapRef": { kinds: ["ConfigMap"], edge: "need" },
    "spec.valuesFrom[]": { edge: "need", secret: "values" },
  },
  parameters: { "spec.values": "V" },
  arms: {
    spec: {
      exactlyOne: ["chart", "chartRef"],
      rules: [CHART_OR_CHART_REF],
    },
    "spec.kubeConfig": { exactlyOne: ["configMapRef", "secretRef"], rules: [SOME_KUBE_CONFIG, ONE_KUBE_CONFIG] },
    "spec.install.strategy": {
      field: "retryInterval",
      onlyWith: { discriminant: "name", values: ["RetryOnFailure"] },
      rules: [INSTALL_RETRY],
    },
    "spec.upgrade.strategy": {
      field: "retryInterval",
      onlyWith: { discriminant: "name", values: ["RetryOnFailure"] },
      rules: [UPGRADE_RETRY],
    },
  },
  messages: {
    [CHART_OR_CHART_REF]: 'give "chart" or "chartRef": one of them, and not both',
    [INSTALL_RETRY]: 'leave "retryInterval" out: it is only possible with "name" "RetryOnFailure"',
    [UPGRADE_RETRY]: 'leave "retryInterval" out: it is only possible with "name" "RetryOnFailure"',
    [SOME_KUBE_CONFIG]: 'nothing says where the cluster is: give "secretRef" or "configMapRef"',
    [ONE_KUBE_CONFIG]: 'give "secretRef" or "configMapRef", and not both',
  },
  syntax: {
    ...inLanguage("chart-version", "spec.chart.spec.version"),
    ...inLanguage("release-name", "spec.releaseName"),
    ...inLanguage("namespace", "spec.targetNamespace", "spec.storageNamespace"),
    ...metadata("spec.commonMetadata"),
    ...metadata("spec.chart.metadata"),
    ...patches("spec.postRenderers[].kustomize.patches"),
    ...target("spec.driftDetection.ignore[].target"),
    "spec.dependsOn[].readyExpr": READY_EXPRESSION,
    ...HEALTH_CHECKS,
  },
  order: {
    spec: [
      "dependsOn",
      "interval",
      "timeout",
      "chart",
      "chartRef",
      "releaseName",
      "targetNamespace",
      "storageNamespace",
      "serviceAccountName",
      "kubeConfig",
      "suspend",
      "maxHistory",
      "persistentClient",
      "waitStrategy",
      "driftDetection",
      "install",
      "upgrade",
      "rollback",
      "uninstall",
      "test",
      "commonMetadata",
      "healthCheckExprs",
      "postRenderStrategy",
      "postRenderers",
      "valuesFrom",
      "values",
    ],
    "spec.chart": ["spec", "metadata"],
    "spec.chart.metadata": ["labels", "annotations"],
    "spec.chart.spec": ["chart", "version", "sourceRef", "interval", "reconcileStrategy", "valuesFiles"],
    "spec.commonMetadata": ["labels", "annotations"],
    "spec.driftDetection": ["mode", "ignore"],
    "spec.driftDetection.ignore[].target": TARGET_ORDER,
    "spec.kubeConfig.secretRef": ["name", "key"],
    "spec.healthCheckExprs[]": ["apiVersion", "kind", "inProgress", "failed", "current"],
    "spec.install": ["createNamespace", "crds", "timeout", "strategy", "remediation", "serverSideApply"],
    "spec.install.remediation": ["retries"],
    "spec.postRenderers[].kustomize": ["patches", "images"],
    "spec.postRenderers[].kustomize.images[]": ["name", "newName", "newTag", "digest"],
    "spec.postRenderers[].kustomize.patches[].target": TARGET_ORDER,
    "spec.rollback": ["timeout", "cleanupOnFail"],
    "spec.test": ["enable", "timeout", "ignoreFailures", "filters"],
    "spec.test.filters[]": ["name", "exclude"],
    "spec.uninstall": ["timeout", "keepHistory", "deletionPropagation"],
    "spec.upgrade": [
      "crds",
      "timeout",
      "strategy",
      "remediation",
      "cleanupOnFail",
      "force",
      "preserveValues",
      "serverSideApply",
    ],
    "spec.upgrade.remediation": ["retries", "strategy"],
    "spec.valuesFrom[]": ["kind", "name", "valuesKey", "targetPath", "literal", "optional"],
  },
  names: {
    "spec.chart.metadata": "HelmReleaseMetadata",
    "spec.commonMetadata": "HelmReleaseMetadata",
    "spec.driftDetection.ignore[]": "HelmReleaseIgnoreRule",
    "spec.driftDetection.ignore[].target": "HelmReleaseTarget",
    "spec.healthCheckExprs[]": "HelmReleaseHealthCheckExpr",
    "spec.install.strategy": "HelmReleaseStrategy",
    "spec.postRenderers[]": "HelmReleasePostRenderer",
    "spec.postRenderers[].kustomize": "HelmReleaseKustomize",
    "spec.postRenderers[].kustomize.images[]": "HelmReleaseImage",
    "spec.postRenderers[].kustomize.patches[]": "HelmReleasePatch",
    "spec.postRenderers[].kustomize.patches[].target": "HelmReleaseTarget",
    "spec.test.filters[]": "HelmReleaseTestFilter",
    "spec.upgrade.strategy": "HelmReleaseStrategy",
  },
};
