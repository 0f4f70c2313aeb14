import type { Overlay } from "./overlay.ts";
import { OPERATOR_READINESS } from "./readiness.ts";
import { inLanguage, metadata, patches } from "./syntaxes.ts";

const GCP_ONLY_OCI_OR_BUCKET =
  "!has(self.provider) || self.provider != 'gcp' || self.kind == 'OCIRepository' || self.kind == 'Bucket'";
const GITHUB_ONLY_GIT = "!has(self.provider) || self.provider != 'github' || self.kind == 'GitRepository'";

/** Source: https://fluxoperator.dev/docs/crd/fluxinstance/ */
export const fluxInstance: Overlay = {
  group: "fluxcd.controlplane.io",
  kind: "FluxInstance",
  page: "https://fluxoperator.dev/docs/crd/fluxinstance/",
  defaultNamespace: "flux-system",
  guarded: true,
  readiness: { ...OPERATOR_READINESS, usual: true },
  // It makes the sync, and with its patches whatever else.
  opaqueContent: true,
  syncsRoot: true,
  references: {
    "spec.distribution.imagePullSecret": { kinds: ["Secret"], edge: "need", secret: "registry" },
    "spec.distribution.artifactPullSecret": { kinds: ["Secret"], edge: "need", secret: "registry" },
    "spec.sync.pullSecret": { kinds: ["Secret"], edge: "need", secret: "instance-sync" },
  },
  arms: {
    "spec.sync": {
      rules: [GCP_ONLY_OCI_OR_BUCKET, GITHUB_ONLY_GIT],
      cases: {
        OfOciOrBucket: {
          when: { kind: ["OCIRepository", "Bucket"] },
          narrows: { provider: ["generic", "aws", "azure", "gcp"] },
        },
        OfGit: { when: { kind: ["GitRepository"] }, narrows: { provider: ["generic", "aws", "azure", "github"] } },
      },
    },
  },
  messages: {
    "self.metadata.name == 'flux'": 'call it "flux": a cluster has one FluxInstance, of this name',
    "!has(self.sharding) || !has(self.sharding.storage) || self.sharding.storage != 'persistent' || has(self.storage)":
      'with "sharding.storage" "persistent", "storage" has to say which class and how much',
    "(has(self.objectLevelWorkloadIdentity) && self.objectLevelWorkloadIdentity) || !has(self.multitenantWorkloadIdentity) || !self.multitenantWorkloadIdentity":
      '"multitenantWorkloadIdentity" needs "objectLevelWorkloadIdentity": set both to true',
    [GCP_ONLY_OCI_OR_BUCKET]: 'with "provider" "gcp", "kind" has to be "OCIRepository" or "Bucket"',
    [GITHUB_ONLY_GIT]: 'with "provider" "github", "kind" has to be "GitRepository"',
    "self == oldSelf": "it cannot be changed later",
  },
  syntax: {
    ...inLanguage("version-range", "spec.distribution.version"),
    ...inLanguage("oci-artifact", "spec.distribution.artifact"),
    ...inLanguage("quantity", "spec.storage.size"),
    ...metadata("spec.commonMetadata"),
    ...patches("spec.kustomize.patches"),
  },
  order: {
    spec: [
      "distribution",
      "components",
      "cluster",
      "sync",
      "storage",
      "sharding",
      "kustomize",
      "commonMetadata",
      "migrateResources",
      "wait",
    ],
    "spec.cluster": [
      "type",
      "size",
      "domain",
      "networkPolicy",
      "multitenant",
      "tenantDefaultServiceAccount",
      "tenantDefaultDecryptionServiceAccount",
      "tenantDefaultKubeConfigServiceAccount",
      "objectLevelWorkloadIdentity",
      "multitenantWorkloadIdentity",
    ],
    "spec.commonMetadata": ["labels", "annotations"],
    "spec.distribution": ["version", "registry", "variant", "artifact", "artifactPullSecret", "imagePullSecret"],
    "spec.kustomize.patches[]": ["patch", "target"],
    "spec.kustomize.patches[].target": [
      "group",
      "version",
      "kind",
      "name",
      "namespace",
      "labelSelector",
      "annotationSelector",
    ],
    "spec.sharding": ["key", "shards", "storage"],
    "spec.sync": ["kind", "provider", "url", "ref", "path", "pullSecret", "interval", "name"],
  },
  names: {
    "spec.kustomize.patches[]": "FluxInstancePatch",
    "spec.kustomize.patches[].target": "FluxInstanceTarget",
  },
};
