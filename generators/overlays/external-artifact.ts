import type { Overlay } from "./overlay.ts";

/** Source: https://fluxcd.io/flux/components/source/externalartifacts/ */
export const externalArtifact: Overlay = {
  group: "source.toolkit.fluxcd.io",
  kind: "ExternalArtifact",
  page: "https://fluxcd.io/flux/components/source/externalartifacts/",
  defaultNamespace: "flux-system",
  guarded: true,
  byController: true,
  references: {
    // Whoever made the artifact, of whatever kind it is.
    "spec.sourceRef": { kinds: "any", edge: "mention", always: ["apiVersion"], unresolved: "ignore" },
  },
  order: {
    "spec.sourceRef": ["apiVersion", "kind", "name", "namespace"],
  },
};
