/** The Flux minors that Sluice knows, oldest first: those that Flux itself supports. */
export const FLUX_VERSIONS = ["2.7", "2.8", "2.9"] as const;

/** A Flux minor. */
export type FluxVersion = (typeof FLUX_VERSIONS)[number];

/** The namespace that Flux is installed to. */
export const FLUX_NAMESPACE = "flux-system";
