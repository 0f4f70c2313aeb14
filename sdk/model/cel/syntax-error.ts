/** A text that is no expression of CEL. The parser throws it, and `parseCel` catches it. */
export class CelSyntaxError extends Error {
  override readonly name = "CelSyntaxError";
  /** Where in the text, in UTF-16 units. */
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}
