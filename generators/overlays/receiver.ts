import { CLAIM_EXPRESSION, FILTER_EXPRESSION } from "./cel-syntax.ts";
import { OPERATOR_KINDS } from "./operator-kinds.ts";
import type { Overlay } from "./overlay.ts";
import { reportsReadiness } from "./readiness.ts";
import { inLanguage, labels } from "./syntaxes.ts";

/** Source: https://fluxcd.io/flux/components/notification/receivers/ */
export const receiver: Overlay = {
  group: "notification.toolkit.fluxcd.io",
  kind: "Receiver",
  page: "https://fluxcd.io/flux/components/notification/receivers/",
  defaultNamespace: "flux-system",
  readiness: reportsReadiness(),
  references: {
    "spec.secretRef": { kinds: ["Secret"], edge: "need", secret: "receiver" },
    // The controller knows the versions of a few kinds only, and fails when a webhook comes in.
    "spec.resources[]": { edge: "mention", always: ["apiVersion"] },
  },
  open: { "spec.resources[].kind": OPERATOR_KINDS },
  arms: {
    spec: {
      rules: [
        "self.type != 'generic-oidc' || (has(self.oidcProviders) && size(self.oidcProviders) > 0)",
        "self.type == 'generic-oidc' || !has(self.oidcProviders) || size(self.oidcProviders) == 0",
        "self.type != 'generic-oidc' || !has(self.secretRef)",
        "self.type == 'generic-oidc' || has(self.secretRef)",
      ],
      cases: {
        WithOidcProviders: { when: { type: ["generic-oidc"] }, requires: ["oidcProviders"], forbids: ["secretRef"] },
        WithSecretRef: {
          when: { type: "others" },
          requires: ["secretRef"],
          forbids: ["oidcProviders"],
        },
      },
    },
  },
  messages: {
    "self.type != 'generic-oidc' || (has(self.oidcProviders) && size(self.oidcProviders) > 0)":
      'with "type" "generic-oidc", "oidcProviders" has to name at least one issuer',
    "self.type == 'generic-oidc' || !has(self.oidcProviders) || size(self.oidcProviders) == 0":
      'leave "oidcProviders" out: it is only possible with "type" "generic-oidc"',
    "self.type != 'generic-oidc' || !has(self.secretRef)":
      'with "type" "generic-oidc" there is no secret: leave "secretRef" out',
    "self.type == 'generic-oidc' || has(self.secretRef)":
      '"secretRef" has to name the Secret with the webhook\'s token; only "type" "generic-oidc" does without',
  },
  syntax: {
    ...inLanguage("url", "spec.oidcProviders[].issuerURL"),
    ...labels("spec.resources[].matchLabels"),
    "spec.resourceFilter": FILTER_EXPRESSION,
    "spec.resources[].filter": FILTER_EXPRESSION,
    "spec.oidcProviders[].variables[].expression": CLAIM_EXPRESSION,
    "spec.oidcProviders[].validations[].expression": { ...CLAIM_EXPRESSION, result: "bool" },
  },
  order: {
    spec: ["type", "events", "secretRef", "oidcProviders", "resources", "resourceFilter", "interval"],
    "spec.resources[]": ["apiVersion", "kind", "name", "namespace", "matchLabels", "filter"],
    "spec.oidcProviders[]": ["issuerURL", "audience", "variables", "validations"],
    "spec.oidcProviders[].variables[]": ["name", "expression"],
  },
  names: {
    "spec.resources[]": "ReceiverResource",
    "spec.oidcProviders[]": "ReceiverOidcProvider",
    "spec.oidcProviders[].validations[]": "ReceiverOidcValidation",
    "spec.oidcProviders[].variables[]": "ReceiverOidcVariable",
  },
};
