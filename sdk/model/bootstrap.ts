import { FLUX_NAMESPACE } from "./flux-version.ts";
import type { ResourceId } from "./identity.ts";

/** The source that `flux bootstrap` makes, and that every cluster is taken to have. */
export const BOOTSTRAP_SOURCE = {
  group: "source.toolkit.fluxcd.io",
  kind: "GitRepository",
  namespace: FLUX_NAMESPACE,
  name: FLUX_NAMESPACE,
} as const satisfies ResourceId;
