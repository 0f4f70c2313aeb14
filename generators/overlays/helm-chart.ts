import type { Overlay } from "./overlay.ts";

/** Source: https://fluxcd.io/flux/components/source/helmcharts/ */
export const helmChart: Overlay = {
  group: "source.toolkit.fluxcd.io",
  kind: "HelmChart",
  page: "https://fluxcd.io/flux/components/source/helmcharts/",
  defaultNamespace: "flux-system",
  guarded: true,
  references: {
    "spec.verify.secretRef": { kinds: ["Secret"], edge: "need" },
  },
  messages: {
    "!has(self.verify) || self.sourceRef.kind == 'HelmRepository'":
      'leave "verify" out: it is only possible when "sourceRef" is a HelmRepository',
  },
  order: {
    spec: ["interval", "chart", "version", "sourceRef", "reconcileStrategy", "valuesFiles", "ignoreMissingValuesFiles"],
    "spec.verify": ["provider", "secretRef", "matchOIDCIdentity"],
  },
  names: {
    "spec.verify.matchOIDCIdentity[]": "HelmChartVerifyIdentity",
  },
};
