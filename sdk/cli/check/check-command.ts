import type { LocatedDiagnostic } from "../../diagnostics/resolve-location.ts";
import type { ParsedArguments, UsageError } from "../arguments/command.ts";
import { findProgram } from "../program/find-program.ts";
import { checkRoot, outputRootOf } from "../program/output-root.ts";
import { startReporting } from "../report/reporting.ts";
import type { Round } from "../watch/watch.ts";
import { checkOptions } from "./check-options.ts";
import { checkProgram, type ProgramCheck } from "./check-program.ts";
import { type CheckOutcome, checkFindings } from "./report.ts";
import { isYamlArgument } from "./yaml/inputs.ts";

/** `sluice check`: runs a program and checks its fleet, or checks YAML. */
export async function checkCommand(args: ParsedArguments): Promise<number | UsageError> {
  if (args.positionals.some(isYamlArgument))
    return (await import("./yaml/check-yaml-command.ts")).checkYamlCommand(args);
  const misused = misusedOption(args);
  if (misused !== undefined) return misused;
  const program = findProgram(args.argument, "check");
  if (typeof program !== "string") return program;
  const options = checkOptions(args, outputRootOf(program));
  const problem = checkRoot(options.root, args.text("out"));
  if (problem !== undefined) return problem;
  const isWatching = args.has("watch");
  const check = async (round: number): Promise<Round | UsageError> => {
    const reporting = await startReporting({ args, program, root: options.root, round });
    const print = (outcome: CheckOutcome): number => reporting.print(checkFindings(outcome, reporting.palette));
    const show = (thrown: LocatedDiagnostic): number | "go on" => {
      const exitCode = print({ diagnostics: [thrown] });
      return isWatching ? "go on" : exitCode;
    };
    const found = reporting.isBroken ? NOTHING : await checkProgram({ program, options, show, round });
    if (found.type === "usage") return found;
    const files = [...found.watched.files, ...reporting.inputs];
    return { type: "checked", watched: { ...found.watched, files }, print: () => print(found) };
  };
  if (isWatching) return (await import("../watch/watch.ts")).watch(check);
  const found = await check(1);
  return found.type === "usage" ? found : found.print();
}

/** Says what of the call would only make sense for YAML. */
function misusedOption({ positionals, has }: ParsedArguments): UsageError | undefined {
  const [, second] = positionals;
  if (second !== undefined)
    return { type: "usage", message: `"${second}" is one program too many`, hint: "check one after the other" };
  const option = ["flux", "complete"].find((name) => has(name));
  if (option === undefined) return undefined;
  const hint = option === "flux" ? "in a program, cluster(…, { flux }) says it" : "what a program makes is complete";
  return { type: "usage", message: `--${option} is for YAML`, hint };
}

/** What a check finds that did not come to the program. */
const NOTHING: ProgramCheck = { type: "checked", diagnostics: [], watched: { files: [], folders: [] } };
