import type { LocatedDiagnostic } from "../../diagnostics/resolve-location.ts";
import type { ParsedArguments, UsageError } from "../arguments/command.ts";
import { paletteFor } from "../colors.ts";
import { findProgram } from "../program/find-program.ts";
import { checkRoot, outputRootOf } from "../program/output-root.ts";
import { checkOptions } from "./check-options.ts";
import { checkProgram } from "./check-program.ts";
import { type CheckOutcome, reportCheck } from "./report.ts";

/** `sluice check`: runs a program and checks its fleet. */
export async function checkCommand(args: ParsedArguments): Promise<number | UsageError> {
  const program = findProgram(args.argument, "check");
  if (typeof program !== "string") return program;
  const options = checkOptions(args, outputRootOf(program));
  const problem = checkRoot(options.root, args.text("out"));
  if (problem !== undefined) return problem;
  const palette = paletteFor(args);
  const print = (outcome: CheckOutcome): number => {
    const { stdout, stderr, exitCode } = reportCheck(outcome, options, palette);
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    return exitCode;
  };
  const isWatching = args.has("watch");
  const show = (thrown: LocatedDiagnostic): number | "go on" => {
    const exitCode = print({ diagnostics: [thrown] });
    return isWatching ? "go on" : exitCode;
  };
  const check = (round: number): ReturnType<typeof checkProgram> => checkProgram({ program, options, show, round });
  if (!isWatching) {
    const found = await check(1);
    return found.type === "usage" ? found : print(found);
  }
  const { watch } = await import("../watch/watch.ts");
  return watch(async (round) => {
    const found = await check(round);
    return found.type === "usage" ? found : { type: "checked", watched: found.watched, print: () => void print(found) };
  });
}
