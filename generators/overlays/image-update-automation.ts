import type { Overlay } from "./overlay.ts";
import { reportsReadiness } from "./readiness.ts";
import { gitReference, inLanguage, labelSelector } from "./syntaxes.ts";

/** Source: https://fluxcd.io/flux/components/image/imageupdateautomations/ */
export const imageUpdateAutomation: Overlay = {
  group: "image.toolkit.fluxcd.io",
  kind: "ImageUpdateAutomation",
  page: "https://fluxcd.io/flux/components/image/imageupdateautomations/",
  defaultNamespace: "flux-system",
  readiness: reportsReadiness(),
  references: {
    "spec.git.commit.signingKey.secretRef": { kinds: ["Secret"], edge: "need", secret: "git-signing" },
  },
  syntax: {
    ...gitReference("spec.git.checkout.ref"),
    ...inLanguage("git-reference", "spec.git.push.branch"),
    ...inLanguage("commit-template", "spec.git.commit.messageTemplate"),
    ...labelSelector("spec.policySelector"),
  },
  order: {
    spec: ["interval", "sourceRef", "git", "policySelector", "update"],
    "spec.git.checkout.ref": ["branch", "tag", "semver", "name", "commit"],
    "spec.git.commit": ["author", "messageTemplate", "messageTemplateValues", "signingKey"],
    "spec.git.commit.author": ["name", "email"],
    "spec.git.commit.signingKey": ["type", "secretRef"],
    "spec.git.push": ["branch", "refspec", "options"],
    "spec.policySelector": ["matchLabels", "matchExpressions"],
  },
  names: {
    "spec.git.checkout": "ImageUpdateAutomationCheckout",
    "spec.git.commit": "ImageUpdateAutomationCommit",
    "spec.git.commit.signingKey": "ImageUpdateAutomationSigningKey",
    "spec.git.push": "ImageUpdateAutomationPush",
    "spec.policySelector.matchExpressions[]": "ImageUpdateAutomationSelectorRequirement",
  },
};
