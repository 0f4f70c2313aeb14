import { Console } from "node:console";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { locate } from "../../diagnostics/resolve-location.ts";
import type { Fleet } from "../../model/fleet.ts";
import type { ParsedArguments, UsageError } from "../arguments/command.ts";
import { choosePalette } from "../colors.ts";
import { ignoring } from "../disk/error-code.ts";
import { reportErrorsBy } from "../exit.ts";
import { findProgram, outputRootOf } from "../program/find-program.ts";
import { loadProgram } from "../program/load-program.ts";
import { startsInOwnCode } from "../program/source-places.ts";
import { buildOptions } from "./build-options.ts";
import { type BuildOutcome, reportOutcome } from "./report.ts";

/** `sluice build`: runs a program, compiles its fleet and brings the files on disk up to date. */
export async function buildCommand(args: ParsedArguments): Promise<number | UsageError> {
  const program = findProgram(args.argument);
  if (typeof program !== "string") return program;
  const options = buildOptions(args, outputRootOf(program));
  if (!mayBeFolder(options.root)) {
    const message = `"${args.text("out") ?? options.root}" is no folder`;
    return { type: "usage", message, hint: "name the folder to write to with --out; it may be a new one" };
  }
  const palette = choosePalette({
    color: args.has("color"),
    noColor: args.has("no-color"),
    environment: process.env,
    isTerminal: process.stderr.isTTY === true,
  });
  const finish = (outcome: BuildOutcome): number => {
    const { stdout, stderr, exitCode } = reportOutcome(outcome, options, palette);
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    return exitCode;
  };
  // What the program prints for people stays out of what a machine reads.
  globalThis.console = new Console(process.stderr, process.stderr);
  // The compiler is loaded while esbuild starts.
  const loading = loadProgram(program, (explain) =>
    reportErrorsBy((thrown) => (startsInOwnCode(thrown) ? undefined : finish({ diagnostics: [explain(thrown)] }))),
  );
  const { buildFleet } = await import("./build-fleet.ts");
  const loaded = await loading;
  if (loaded.type === "failed") return finish(loaded);
  const problem = await unknownCluster(loaded.fleet, options.clusters);
  if (problem !== undefined) return problem;
  const print = (text: string): boolean => process.stdout.write(text);
  const { diagnostics, files } = await buildFleet({ fleet: loaded.fleet, program, options, print });
  return finish({ diagnostics: diagnostics.map((diagnostic) => locate(diagnostic, loaded.places.ofAuthor)), files });
}

/** Says whether a path is a folder or may become one: nothing on the way to it is a file. */
function mayBeFolder(path: string): boolean {
  const found = ignoring(["ENOENT"], () => statOf(path));
  if (found !== undefined) return found === "folder";
  return dirname(path) === path || mayBeFolder(dirname(path));
}

function statOf(path: string): "folder" | "other" {
  return ignoring(["ENOTDIR"], () => statSync(path))?.isDirectory() === true ? "folder" : "other";
}

async function unknownCluster({ clusters }: Fleet, wanted: readonly string[]): Promise<UsageError | undefined> {
  const names = clusters.map(({ name }) => name);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown === undefined) return undefined;
  const { nearestWord } = await import("../arguments/nearest-word.ts");
  const nearest = nearestWord(unknown, names);
  const hint = nearest === undefined ? `the program has ${names.join(", ")}` : `did you mean --cluster ${nearest}?`;
  return { type: "usage", message: `the program has no cluster "${unknown}"`, hint };
}
