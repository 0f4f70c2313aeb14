import { STATUS_EXPRESSION } from "./cel-syntax.ts";
import type { Overlay } from "./overlay.ts";
import { inLanguage } from "./syntaxes.ts";

/** Source: https://fluxcd.io/flux/components/notification/providers/ */
export const provider: Overlay = {
  group: "notification.toolkit.fluxcd.io",
  kind: "Provider",
  page: "https://fluxcd.io/flux/components/notification/providers/",
  defaultNamespace: "flux-system",
  references: {
    "spec.secretRef": { kinds: ["Secret"], edge: "need", secret: "notification-provider" },
    "spec.certSecretRef": { kinds: ["Secret"], edge: "need", secret: "tls" },
    "spec.proxySecretRef": { kinds: ["Secret"], edge: "need", secret: "proxy" },
    "spec.serviceAccountName": { kinds: ["ServiceAccount"], edge: "need", unresolved: "ignore" },
  },
  messages: {
    "self.type == 'github' || self.type == 'gitlab' || self.type == 'gitea' || self.type == 'bitbucketserver' || self.type == 'bitbucket' || self.type == 'azuredevops' || !has(self.commitStatusExpr)":
      'leave "commitStatusExpr" out: it is only possible with a "type" that sets the status of commits: "github", "gitlab", "gitea", "bitbucketserver", "bitbucket" or "azuredevops"',
  },
  syntax: {
    ...inLanguage("url", "spec.proxy"),
    "spec.commitStatusExpr": STATUS_EXPRESSION,
  },
  order: {
    spec: [
      "type",
      "address",
      "channel",
      "username",
      "secretRef",
      "serviceAccountName",
      "commitStatusExpr",
      "certSecretRef",
      "proxySecretRef",
      "timeout",
    ],
  },
};
