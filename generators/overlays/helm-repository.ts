import type { Overlay } from "./overlay.ts";
import { sourceReadiness } from "./readiness.ts";
import { inLanguage } from "./syntaxes.ts";

/** Source: https://fluxcd.io/flux/components/source/helmrepositories/ */
export const helmRepository: Overlay = {
  group: "source.toolkit.fluxcd.io",
  kind: "HelmRepository",
  page: "https://fluxcd.io/flux/components/source/helmrepositories/",
  defaultNamespace: "flux-system",
  guarded: true,
  // One of type oci is read by whoever uses it, and its controller says nothing of it.
  readiness: sourceReadiness(["timeout"], { path: ["spec", "type"], value: "oci" }),
  chartSource: { type: "repository", url: "url" },
  references: {
    "spec.secretRef": { kinds: ["Secret"], edge: "need", secret: "helm-repository" },
    "spec.certSecretRef": { kinds: ["Secret"], edge: "need", secret: "tls" },
  },
  syntax: {
    ...inLanguage("url", "spec.url"),
  },
  order: {
    spec: [
      "type",
      "interval",
      "url",
      "secretRef",
      "passCredentials",
      "provider",
      "certSecretRef",
      "insecure",
      "timeout",
    ],
  },
  names: {
    "spec.accessFrom.namespaceSelectors[]": "HelmRepositoryNamespaceSelector",
  },
};
