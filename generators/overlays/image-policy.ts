import type { Overlay } from "./overlay.ts";
import { reportsReadiness } from "./readiness.ts";
import { inLanguage } from "./syntaxes.ts";

const INTERVAL_ONLY_ALWAYS =
  "!has(self.interval) || (has(self.digestReflectionPolicy) && self.digestReflectionPolicy == 'Always')";
const ALWAYS_NEEDS_INTERVAL =
  "has(self.interval) || !has(self.digestReflectionPolicy) || self.digestReflectionPolicy != 'Always'";

/** Source: https://fluxcd.io/flux/components/image/imagepolicies/ */
export const imagePolicy: Overlay = {
  group: "image.toolkit.fluxcd.io",
  kind: "ImagePolicy",
  page: "https://fluxcd.io/flux/components/image/imagepolicies/",
  defaultNamespace: "flux-system",
  readiness: reportsReadiness(),
  references: {
    "spec.imageRepositoryRef": { kinds: ["ImageRepository"], edge: "need" },
  },
  arms: {
    spec: {
      rules: [INTERVAL_ONLY_ALWAYS, ALWAYS_NEEDS_INTERVAL],
      cases: {
        WithInterval: { when: { digestReflectionPolicy: ["Always"] }, requires: ["interval"] },
        WithoutInterval: { when: { digestReflectionPolicy: ["IfNotPresent", "Never"] }, forbids: ["interval"] },
      },
    },
  },
  messages: {
    [INTERVAL_ONLY_ALWAYS]: 'leave "interval" out: it is only possible with "digestReflectionPolicy" "Always"',
    [ALWAYS_NEEDS_INTERVAL]:
      'with "digestReflectionPolicy" "Always", "interval" has to say how often the digest is looked up',
  },
  syntax: {
    ...inLanguage("version-range", "spec.policy.semver.range"),
    ...inLanguage("regular-expression", "spec.filterTags.pattern"),
  },
  order: {
    spec: ["imageRepositoryRef", "filterTags", "policy", "digestReflectionPolicy", "interval"],
    "spec.filterTags": ["pattern", "extract"],
    "spec.policy": ["semver", "alphabetical", "numerical"],
  },
  names: {
    "spec.policy": "ImagePolicyChoice",
    "spec.policy.semver": "ImagePolicySemver",
    "spec.policy.alphabetical": "ImagePolicyAlphabetical",
    "spec.policy.numerical": "ImagePolicyNumerical",
  },
};
