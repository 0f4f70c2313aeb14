/** Thrown when Sluice contradicts itself. A user's mistake is never one of these: it is a diagnostic. */
export class InternalError extends Error {
  override readonly name: string = "InternalError";
  constructor(message: string) {
    super(`${message} (this is a bug in Sluice: please report it with the program that shows it)`);
  }
}
