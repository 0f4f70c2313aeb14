import type { Overlay } from "./overlay.ts";
import { metadata } from "./syntaxes.ts";

/** Source: https://fluxcd.io/flux/components/source/artifactgenerators/ */
export const artifactGenerator: Overlay = {
  group: "source.extensions.fluxcd.io",
  kind: "ArtifactGenerator",
  page: "https://fluxcd.io/flux/components/source/artifactgenerators/",
  defaultNamespace: "flux-system",
  guarded: true,
  readiness: {},
  messages: {
    "has(self.pathPattern) && size(self.pathPattern) > 0 || self.artifacts.all(a, a.name.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$'))":
      'without "pathPattern", the "name" of each artifact has to be the name of an object: lower case letters, digits, "-" and "."',
  },
  syntax: {
    ...metadata("spec.commonMetadata"),
  },
  order: {
    spec: ["sources", "pathPattern", "artifacts", "commonMetadata"],
    "spec.sources[]": ["alias", "kind", "name", "namespace"],
    "spec.artifacts[]": ["name", "revision", "originRevision", "copy"],
    "spec.artifacts[].copy[]": ["from", "to", "exclude", "strategy"],
    "spec.commonMetadata": ["labels", "annotations"],
  },
  names: {
    "spec.sources[]": "ArtifactGeneratorSource",
    "spec.artifacts[]": "ArtifactGeneratorArtifact",
    "spec.artifacts[].copy[]": "ArtifactGeneratorCopy",
  },
};
