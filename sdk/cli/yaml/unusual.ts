/** Thrown where a document has something that only the whole language explains. */
export const UNUSUAL: unique symbol = Symbol("unusual");
