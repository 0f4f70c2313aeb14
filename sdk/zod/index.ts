// Schemas for who parses or composes what Flux reads: one for each type of a spec and one for each whole object, by the same
// names. They say what the structure of Flux's newest minor allows; what the compiler checks beyond that, they do not.
export * from "./index.gen.ts";
export { metadata } from "./metadata.ts";
