import type { Overlay } from "./overlay.ts";
import { sourceReadiness } from "./readiness.ts";
import { inLanguage } from "./syntaxes.ts";

/** Source: https://fluxcd.io/flux/components/source/buckets/ */
export const bucket: Overlay = {
  group: "source.toolkit.fluxcd.io",
  kind: "Bucket",
  page: "https://fluxcd.io/flux/components/source/buckets/",
  defaultNamespace: "flux-system",
  guarded: true,
  readiness: sourceReadiness(["timeout"]),
  references: {
    "spec.secretRef": { kinds: ["Secret"], edge: "need", secret: "bucket" },
    "spec.certSecretRef": { kinds: ["Secret"], edge: "need", secret: "tls" },
    "spec.proxySecretRef": { kinds: ["Secret"], edge: "need", secret: "proxy" },
    "spec.serviceAccountName": { kinds: ["ServiceAccount"], edge: "need", unresolved: "ignore" },
    "spec.sts.secretRef": { kinds: ["Secret"], edge: "need", secret: "bucket-sts" },
    "spec.sts.certSecretRef": { kinds: ["Secret"], edge: "need", secret: "tls" },
  },
  messages: {
    "self.provider == 'aws' || self.provider == 'generic' || !has(self.sts)":
      'leave "sts" out: it is only possible with "provider" "aws" or "generic"',
    "self.provider != 'aws' || !has(self.sts) || self.sts.provider == 'aws'":
      'with "provider" "aws", "sts.provider" has to be "aws" too',
    "self.provider != 'generic' || !has(self.sts) || self.sts.provider == 'ldap'":
      'with "provider" "generic", which is the default, "sts.provider" has to be "ldap"',
    "!has(self.sts) || self.sts.provider != 'aws' || !has(self.sts.secretRef)":
      'leave "sts.secretRef" out: it is only possible with "sts.provider" "ldap"',
    "!has(self.sts) || self.sts.provider != 'aws' || !has(self.sts.certSecretRef)":
      'leave "sts.certSecretRef" out: it is only possible with "sts.provider" "ldap"',
    "self.provider != 'generic' || !has(self.serviceAccountName)":
      'leave "serviceAccountName" out: it is only possible with "provider" "aws", "azure" or "gcp", and the default is "generic"',
    "!has(self.secretRef) || !has(self.serviceAccountName)":
      '"secretRef" and "serviceAccountName" are two ways to log in: give one of them',
  },
  syntax: {
    ...inLanguage("url", "spec.sts.endpoint"),
  },
  order: {
    spec: [
      "interval",
      "provider",
      "bucketName",
      "endpoint",
      "region",
      "prefix",
      "secretRef",
      "serviceAccountName",
      "sts",
      "certSecretRef",
      "proxySecretRef",
      "insecure",
      "timeout",
      "ignore",
    ],
    "spec.sts": ["provider", "endpoint", "secretRef", "certSecretRef"],
  },
};
