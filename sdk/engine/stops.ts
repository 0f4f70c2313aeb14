/** Thrown where CEL stops with an error. */
export class CelFailure extends Error {
  override readonly name = "CelFailure";
}

/** Thrown where it is not certain what the API server would come to, so that nothing is said. */
export class Unsure extends Error {
  override readonly name = "Unsure";
}
