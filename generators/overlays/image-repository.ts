import type { Overlay } from "./overlay.ts";
import { reportsReadiness } from "./readiness.ts";
import { inLanguage, labels } from "./syntaxes.ts";

/** Source: https://fluxcd.io/flux/components/image/imagerepositories/ */
export const imageRepository: Overlay = {
  group: "image.toolkit.fluxcd.io",
  kind: "ImageRepository",
  page: "https://fluxcd.io/flux/components/image/imagerepositories/",
  defaultNamespace: "flux-system",
  readiness: reportsReadiness("timeout"),
  references: {
    "spec.secretRef": { kinds: ["Secret"], edge: "need", secret: "registry" },
    "spec.certSecretRef": { kinds: ["Secret"], edge: "need", secret: "tls" },
    "spec.proxySecretRef": { kinds: ["Secret"], edge: "need", secret: "proxy" },
    "spec.serviceAccountName": { kinds: ["ServiceAccount"], edge: "need", unresolved: "ignore" },
  },
  syntax: {
    ...inLanguage("image-repository", "spec.image"),
    ...inLanguage("regular-expression", "spec.exclusionList[]"),
    ...labels("spec.accessFrom.namespaceSelectors[].matchLabels"),
  },
  order: {
    spec: [
      "interval",
      "image",
      "exclusionList",
      "secretRef",
      "provider",
      "serviceAccountName",
      "certSecretRef",
      "proxySecretRef",
      "insecure",
      "timeout",
    ],
  },
  names: {
    "spec.accessFrom.namespaceSelectors[]": "ImageRepositoryNamespaceSelector",
  },
};
