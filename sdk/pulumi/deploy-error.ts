import { RunError } from "@pulumi/pulumi";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** Ends a Pulumi program for mistakes in it: Pulumi prints the message, which shows the author's lines, and no stack. */
export class DeployError extends RunError {
  override readonly name: string = "DeployError";
  /** What is wrong. */
  readonly diagnostics: readonly Diagnostic[];

  /** @internal */
  constructor(message: string, diagnostics: readonly Diagnostic[]) {
    super(message);
    this.diagnostics = diagnostics;
  }
}
