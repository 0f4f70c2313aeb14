/** Thrown where an evaluation cannot tell what the API server's would give, so that it says nothing. */
export class Unsure extends Error {
  override readonly name = "Unsure";
}
