import type { Overlay } from "./overlay.ts";
import { sourceReadiness } from "./readiness.ts";
import { gitReference, inLanguage } from "./syntaxes.ts";

/** Source: https://fluxcd.io/flux/components/source/gitrepositories/ */
export const gitRepository: Overlay = {
  group: "source.toolkit.fluxcd.io",
  kind: "GitRepository",
  page: "https://fluxcd.io/flux/components/source/gitrepositories/",
  defaultNamespace: "flux-system",
  guarded: true,
  readiness: sourceReadiness(["timeout"]),
  chartSource: { type: "files" },
  references: {
    "spec.secretRef": { kinds: ["Secret"], edge: "need", secret: "git" },
    "spec.proxySecretRef": { kinds: ["Secret"], edge: "need", secret: "proxy" },
    "spec.verify.secretRef": { kinds: ["Secret"], edge: "need", secret: "git-verification" },
    "spec.serviceAccountName": { kinds: ["ServiceAccount"], edge: "need", unresolved: "ignore" },
    "spec.include[].repository": { kinds: ["GitRepository"], edge: "need" },
  },
  messages: {
    "!has(self.serviceAccountName) || (has(self.provider) && self.provider == 'azure')":
      'leave "serviceAccountName" out: it is only possible with "provider" "azure"',
    "!has(self.serviceAccountName) || (has(self.provider) && (self.provider == 'azure' || self.provider == 'aws'))":
      'leave "serviceAccountName" out: it is only possible with "provider" "azure" or "aws"',
  },
  syntax: {
    ...inLanguage("url", "spec.url"),
    ...gitReference("spec.ref"),
  },
  order: {
    spec: [
      "interval",
      "url",
      "ref",
      "secretRef",
      "provider",
      "serviceAccountName",
      "proxySecretRef",
      "timeout",
      "ignore",
    ],
    "spec.ref": ["branch", "tag", "semver", "name", "commit"],
    "spec.include[]": ["repository", "fromPath", "toPath"],
  },
  names: {
    "spec.include[]": "GitRepositoryInclude",
  },
};
