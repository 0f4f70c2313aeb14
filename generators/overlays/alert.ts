import { OPERATOR_KINDS } from "./operator-kinds.ts";
import type { Overlay } from "./overlay.ts";
import { inLanguage, labels } from "./syntaxes.ts";

/** Source: https://fluxcd.io/flux/components/notification/alerts/ */
export const alert: Overlay = {
  group: "notification.toolkit.fluxcd.io",
  kind: "Alert",
  page: "https://fluxcd.io/flux/components/notification/alerts/",
  defaultNamespace: "flux-system",
  references: {
    "spec.providerRef": { kinds: ["Provider"], edge: "need" },
    "spec.eventSources[]": { edge: "mention" },
  },
  open: { "spec.eventSources[].kind": OPERATOR_KINDS },
  syntax: {
    ...inLanguage("regular-expression", "spec.inclusionList[]", "spec.exclusionList[]"),
    ...labels("spec.eventSources[].matchLabels"),
  },
  order: {
    spec: ["providerRef", "eventSeverity", "eventSources", "inclusionList", "exclusionList", "eventMetadata"],
    "spec.eventSources[]": ["kind", "name", "namespace", "matchLabels"],
  },
  names: {
    "spec.eventSources[]": "AlertEventSource",
  },
};
