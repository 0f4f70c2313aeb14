import type { FLUX_VERSIONS } from "./flux-versions.gen.ts";

/** A Flux minor. */
export type FluxVersion = (typeof FLUX_VERSIONS)[number];

/** The namespace that Flux is installed to. */
export const FLUX_NAMESPACE = "flux-system";
