import type { Overlay } from "./overlay.ts";
import { sourceReadiness } from "./readiness.ts";
import { inLanguage, signers } from "./syntaxes.ts";

/** Source: https://fluxcd.io/flux/components/source/ocirepositories/ */
export const ociRepository: Overlay = {
  group: "source.toolkit.fluxcd.io",
  kind: "OCIRepository",
  page: "https://fluxcd.io/flux/components/source/ocirepositories/",
  defaultNamespace: "flux-system",
  guarded: true,
  readiness: sourceReadiness(["timeout"]),
  chartSource: { type: "artifact", url: "url", version: "ref" },
  references: {
    "spec.secretRef": { kinds: ["Secret"], edge: "need", secret: "registry" },
    "spec.certSecretRef": { kinds: ["Secret"], edge: "need", secret: "tls" },
    "spec.proxySecretRef": { kinds: ["Secret"], edge: "need", secret: "proxy" },
    "spec.serviceAccountName": { kinds: ["ServiceAccount"], edge: "need", unresolved: "ignore" },
    "spec.verify.secretRef": { kinds: ["Secret"], edge: "need", secret: "artifact-verification" },
    "spec.verify.trustedRootSecretRef": { kinds: ["Secret"], edge: "need", secret: "sigstore-trusted-root" },
  },
  syntax: {
    ...inLanguage("oci-repository", "spec.url"),
    ...inLanguage("oci-tag", "spec.ref.tag"),
    ...inLanguage("oci-digest", "spec.ref.digest"),
    ...inLanguage("version-range", "spec.ref.semver"),
    ...inLanguage("regular-expression", "spec.ref.semverFilter"),
    ...signers("spec.verify.matchOIDCIdentity"),
  },
  order: {
    spec: [
      "interval",
      "url",
      "ref",
      "layerSelector",
      "secretRef",
      "provider",
      "serviceAccountName",
      "certSecretRef",
      "proxySecretRef",
      "insecure",
      "timeout",
      "ignore",
    ],
    "spec.ref": ["tag", "semver", "semverFilter", "digest"],
    "spec.verify": ["provider", "secretRef", "matchOIDCIdentity"],
  },
  names: {
    "spec.verify.matchOIDCIdentity[]": "OCIRepositoryVerifyIdentity",
  },
};
