/**
 * Stands in a value for what only deployment brings: a deferred leaf, a variable that Flux fills in. A rule that hangs on it
 * comes to "unknown". Every copy of the package knows the others'.
 */
export const UNKNOWN: unique symbol = Symbol.for("sluice/unknown");
