import type { ParsedArguments, UsageError } from "../arguments/command.ts";
import { findProgram } from "../program/find-program.ts";
import { locateIn } from "../program/locate-in.ts";
import { checkRoot, outputRootOf } from "../program/output-root.ts";
import { startProgram } from "../program/start-program.ts";
import { unknownCluster } from "../program/unknown-cluster.ts";
import { startReporting } from "../report/reporting.ts";
import { buildOptions } from "./build-options.ts";
import { type BuildOutcome, buildFindings } from "./report.ts";

/** `sluice build`: runs a program, compiles its fleet and brings the files on disk up to date. */
export async function buildCommand(args: ParsedArguments): Promise<number | UsageError> {
  const program = findProgram(args.argument, "build");
  if (typeof program !== "string") return program;
  const options = buildOptions(args, outputRootOf(program));
  const problem = checkRoot(options.root, args.text("out"));
  if (problem !== undefined) return problem;
  // The manifests have standard output for themselves.
  const isOutputTaken = options.mode === "stdout-yaml" || options.mode === "stdout-json";
  const reporting = await startReporting({ args, program, root: options.root, isOutputTaken });
  const { palette, stops } = reporting;
  const finish = (outcome: BuildOutcome): number => reporting.print(buildFindings(outcome, options, palette));
  if (reporting.isBroken) return finish({ diagnostics: [] });
  // The compiler is loaded while esbuild starts.
  const loading = startProgram(program, (thrown) => finish({ diagnostics: [thrown] }));
  const { buildFleet } = await import("./build-fleet.ts");
  const loaded = await loading;
  if (loaded.type === "failed") return finish(loaded);
  const unknown = await unknownCluster(loaded.fleet, options.clusters);
  if (unknown !== undefined) return unknown;
  const print = (text: string): boolean => process.stdout.write(text);
  const built = await buildFleet({ fleet: loaded.fleet, program, options, stops, print });
  return finish({ ...built, diagnostics: await locateIn(loaded.places, built.diagnostics, built.secretSites) });
}
