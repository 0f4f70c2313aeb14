import { Console } from "node:console";
import type { LocatedDiagnostic } from "../../diagnostics/resolve-location.ts";
import { startsInOwnCode } from "../../places/source-places.ts";
import { reportErrorsBy } from "../exit.ts";
import { type LoadedProgram, loadProgram } from "./load-program.ts";

/**
 * Runs a program: what it prints goes to standard error.
 *
 * @param show Shows what the program throws later than that, and gives the exit code.
 */
export function startProgram(
  program: string,
  show: (diagnostic: LocatedDiagnostic) => number | "go on",
  round?: number,
): Promise<LoadedProgram> {
  // What the program prints for people stays out of what a machine reads.
  globalThis.console = new Console(process.stderr, process.stderr);
  return loadProgram(program, {
    starting: (explain) => reportErrorsBy((thrown) => (startsInOwnCode(thrown) ? undefined : show(explain(thrown)))),
    round,
  });
}
