import type { Overlay } from "./overlay.ts";
import { OPERATOR_READINESS } from "./readiness.ts";
import { inLanguage, labelSelector } from "./syntaxes.ts";

const NO_URL_WITH_STATIC = "self.type != 'Static' || !has(self.url)";
const NO_URL_WITH_ARTIFACT = "self.type != 'ExternalArtifact' || !has(self.url)";
const URL_WITH_OTHERS = "self.type == 'Static' || self.type == 'ExternalArtifact' || has(self.url)";
const SELECTORS_WITH_ARTIFACT = "self.type != 'ExternalArtifact' || (has(self.selectors) && size(self.selectors) > 0)";
const NO_SELECTORS_WITH_OTHERS = "self.type == 'ExternalArtifact' || !has(self.selectors)";
const NAME_WITHOUT_LABELS = "!has(self.name) || (!has(self.matchLabels) && !has(self.matchExpressions))";

/** Source: https://fluxoperator.dev/docs/crd/resourcesetinputprovider/ */
export const resourceSetInputProvider: Overlay = {
  group: "fluxcd.controlplane.io",
  kind: "ResourceSetInputProvider",
  page: "https://fluxoperator.dev/docs/crd/resourcesetinputprovider/",
  readiness: OPERATOR_READINESS,
  references: {
    "spec.secretRef": { kinds: ["Secret"], edge: "need", secret: "input-provider" },
    "spec.certSecretRef": { kinds: ["Secret"], edge: "need", secret: "tls" },
    "spec.serviceAccountName": { kinds: ["ServiceAccount"], edge: "need", unresolved: "ignore" },
  },
  arms: {
    spec: {
      rules: [
        NO_URL_WITH_STATIC,
        NO_URL_WITH_ARTIFACT,
        URL_WITH_OTHERS,
        SELECTORS_WITH_ARTIFACT,
        NO_SELECTORS_WITH_OTHERS,
      ],
      cases: {
        WithUrl: { when: { type: "others" }, requires: ["url"], forbids: ["selectors"] },
        WithSelectors: { when: { type: ["ExternalArtifact"] }, requires: ["selectors"], forbids: ["url"] },
        Static: { when: { type: ["Static"] }, forbids: ["url", "selectors"] },
      },
    },
    "spec.selectors[]": {
      rules: [NAME_WITHOUT_LABELS],
      cases: {
        WithName: { requires: ["name"], forbids: ["matchLabels", "matchExpressions"] },
        WithLabels: { forbids: ["name"] },
      },
    },
  },
  messages: {
    [NO_URL_WITH_STATIC]: 'with "type" "Static", the values stand in "defaultValues": leave "url" out',
    [NO_URL_WITH_ARTIFACT]: 'with "type" "ExternalArtifact", "selectors" say where to look: leave "url" out',
    [URL_WITH_OTHERS]: '"url" has to say where to look; only "type" "Static" and "ExternalArtifact" do without',
    "!self.type.startsWith('Git') || self.url.startsWith('http')":
      'with a "type" of GitHub, GitLab or Gitea, "url" has to start with "https://" or "http://"',
    "!self.type.startsWith('AzureDevOps') || self.url.startsWith('http://') || self.url.startsWith('https://')":
      'with a "type" of Azure DevOps, "url" has to start with "https://" or "http://"',
    "!self.type.startsWith('AWSCodeCommit') || self.url.startsWith('https://')":
      'with a "type" of AWS CodeCommit, "url" has to start with "https://"',
    "!self.type.endsWith('ArtifactTag') || self.url.startsWith('oci')":
      'with a "type" that lists tags of artifacts, "url" has to start with "oci://"',
    "!self.type.endsWith('ArtifactTag') || !self.url.startsWith('oci://') || self.url.substring(6).contains('/')":
      'with a "type" that lists tags of artifacts, "url" has to name a repository behind the registry: "oci://ghcr.io/acme/app"',
    "self.type != 'ExternalService' || self.url.startsWith('http')":
      'with "type" "ExternalService", "url" has to start with "https://" or "http://"',
    "!has(self.insecure) || !self.insecure || self.type == 'ExternalService' || self.type == 'OCIArtifactTag'":
      'leave "insecure" out: it is only possible with "type" "ExternalService" or "OCIArtifactTag"',
    "self.type != 'ExternalService' || !self.url.startsWith('http://') || (has(self.insecure) && self.insecure)":
      'a "url" with "http://" is sent in the clear: set "insecure" to true, or write "https://"',
    "!has(self.serviceAccountName) || self.type.startsWith('AzureDevOps') || self.type.startsWith('AWSCodeCommit') || self.type.endsWith('ArtifactTag') || self.type == 'ExternalArtifact'":
      'leave "serviceAccountName" out: it is only possible with a "type" of Azure DevOps or AWS CodeCommit, one that lists tags of artifacts, or "ExternalArtifact"',
    "!has(self.certSecretRef) || !(self.type == 'Static' || self.type == 'ExternalArtifact' || self.type.startsWith('AzureDevOps') || self.type.startsWith('AWSCodeCommit') || (self.type.endsWith('ArtifactTag') && self.type != 'OCIArtifactTag'))":
      'leave "certSecretRef" out: it is only possible with a "type" of GitHub, GitLab or Gitea, with "OCIArtifactTag" and with "ExternalService"',
    "!has(self.secretRef) || !(self.type == 'Static' || self.type == 'ExternalArtifact' || self.type.startsWith('AWSCodeCommit') || (self.type.endsWith('ArtifactTag') && self.type != 'OCIArtifactTag'))":
      'leave "secretRef" out: it is only possible with a "type" of GitHub, GitLab, Gitea or Azure DevOps, with "OCIArtifactTag" and with "ExternalService"',
    [SELECTORS_WITH_ARTIFACT]: 'with "type" "ExternalArtifact", "selectors" has to say which artifacts count',
    [NO_SELECTORS_WITH_OTHERS]: 'leave "selectors" out: it is only possible with "type" "ExternalArtifact"',
    [NAME_WITHOUT_LABELS]: 'give "name", or labels by "matchLabels" and "matchExpressions", and not both',
  },
  syntax: {
    ...inLanguage("url", "spec.url"),
    ...inLanguage("cron", "spec.schedule[].cron"),
    ...inLanguage("version-range", "spec.filter.semver"),
    ...inLanguage(
      "regular-expression",
      "spec.filter.includeBranch",
      "spec.filter.excludeBranch",
      "spec.filter.includeTag",
      "spec.filter.excludeTag",
      "spec.filter.includeEnvironment",
      "spec.filter.excludeEnvironment",
    ),
    ...labelSelector("spec.selectors[]"),
  },
  order: {
    spec: [
      "type",
      "url",
      "selectors",
      "secretRef",
      "serviceAccountName",
      "certSecretRef",
      "insecure",
      "filter",
      "skip",
      "schedule",
      "defaultValues",
    ],
    "spec.filter": [
      "limit",
      "semver",
      "labels",
      "includeBranch",
      "excludeBranch",
      "includeTag",
      "excludeTag",
      "includeEnvironment",
      "excludeEnvironment",
    ],
    "spec.schedule[]": ["cron", "timeZone", "window"],
    "spec.selectors[]": ["name", "namespace", "matchLabels", "matchExpressions"],
  },
  names: {
    "spec.selectors[]": "ResourceSetInputProviderSelector",
    "spec.selectors[].matchExpressions[]": "ResourceSetInputProviderSelectorRequirement",
  },
};
