/**
 * Kinds that the flux-operator adds to the enums of the notification CRDs of the Flux that it installs. Others do the same for
 * kinds of their own, so that a kind which is not known there may still be one.
 */
export const OPERATOR_KINDS: readonly string[] = ["FluxInstance", "ResourceSet", "ResourceSetInputProvider"];
