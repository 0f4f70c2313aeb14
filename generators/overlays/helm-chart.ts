import type { Overlay } from "./overlay.ts";
import { sourceReadiness } from "./readiness.ts";
import { inLanguage, signers } from "./syntaxes.ts";

/** Source: https://fluxcd.io/flux/components/source/helmcharts/ */
export const helmChart: Overlay = {
  group: "source.toolkit.fluxcd.io",
  kind: "HelmChart",
  page: "https://fluxcd.io/flux/components/source/helmcharts/",
  defaultNamespace: "flux-system",
  guarded: true,
  readiness: sourceReadiness([]),
  chartSource: { type: "chart" },
  references: {
    "spec.verify.secretRef": { kinds: ["Secret"], edge: "need", secret: "artifact-verification" },
  },
  messages: {
    "!has(self.verify) || self.sourceRef.kind == 'HelmRepository'":
      'leave "verify" out: it is only possible when "sourceRef" is a HelmRepository',
  },
  syntax: {
    ...inLanguage("chart-version", "spec.version"),
    ...signers("spec.verify.matchOIDCIdentity"),
  },
  order: {
    spec: ["interval", "chart", "version", "sourceRef", "reconcileStrategy", "valuesFiles", "ignoreMissingValuesFiles"],
    "spec.verify": ["provider", "secretRef", "matchOIDCIdentity"],
  },
  names: {
    "spec.verify.matchOIDCIdentity[]": "HelmChartVerifyIdentity",
  },
};
