import { dirname, join, resolve } from "node:path";
import type { ChartReference } from "../../../charts/chart-reference.ts";
import type { ParsedArguments, UsageError } from "../../arguments/command.ts";
import { findProgram } from "../../program/find-program.ts";
import { checkRoot, outputRootOf } from "../../program/output-root.ts";
import { forcedFiles } from "../plan-files.ts";
import { chartOfArgument } from "./chart-argument.ts";
import { projectFolder } from "./values-project.ts";

/** What `sluice generate values` was asked for. */
export interface ValuesRequest {
  readonly type: "request";
  /** The program whose charts they are. Absent where charts are named. */
  readonly program?: string | undefined;
  /** The charts that are named, and no fleet's. */
  readonly charts: readonly ChartReference[];
  readonly clusters: readonly string[];
  /** Names of charts whose newest versions are taken. */
  readonly updates: "all" | ReadonlySet<string>;
  /** The folder that paths of the fleet's own charts start at. */
  readonly root: string;
  /** The folder of the lock file. */
  readonly folder: string;
  /** The folder of the generated files, where it is given. */
  readonly out?: string | undefined;
  readonly isCheck: boolean;
  readonly forced: ReadonlySet<string>;
  /** What stands for addresses that begin so: files or folders. */
  readonly resolutions: ReadonlyMap<string, string>;
}

/** Reads the arguments. Paths are resolved here, before the program runs: it may go elsewhere. */
export function valuesRequest(args: ParsedArguments): ValuesRequest | UsageError {
  const isUpdate = args.has("update");
  const names = isUpdate ? args.positionals : [];
  const charts = isUpdate ? [] : args.positionals;
  const isOfFleet = charts.length === 0;
  const program = isOfFleet ? findProgram(args.text("program"), "generate values --program") : undefined;
  if (typeof program === "object") return program;
  if (!isOfFleet && (args.has("program") || args.has("cluster"))) {
    const hint = "leave the charts out for all charts of the fleet";
    return {
      type: "usage",
      message: `--${args.has("program") ? "program" : "cluster"} is for the charts of a fleet`,
      hint,
    };
  }
  const start = program ?? join(resolve("."), "charts");
  const given = args.text("root");
  const root = given === undefined ? outputRootOf(start) : resolve(given);
  const out = args.text("out");
  const problem = checkRoot(root, given) ?? (out === undefined ? undefined : checkRoot(resolve(out), out));
  if (problem !== undefined) return problem;
  const references = charts.map((argument) => chartOfArgument(argument, root));
  const misnamed = references.find((reference) => "type" in reference);
  if (misnamed !== undefined && "type" in misnamed) return misnamed;
  const resolutions = resolutionsOf(args.list("resolve"));
  if ("type" in resolutions) return resolutions;
  return {
    type: "request",
    program,
    charts: references.flatMap((reference) => ("type" in reference ? [] : [reference])),
    clusters: args.list("cluster"),
    updates: isUpdate && names.length === 0 ? "all" : new Set(names),
    root,
    folder: projectFolder(dirname(start), root),
    out: out === undefined ? undefined : resolve(out),
    isCheck: args.has("check"),
    forced: forcedFiles(args.list("force")),
    resolutions,
  };
}

function resolutionsOf(given: readonly string[]): ReadonlyMap<string, string> | UsageError {
  const resolutions = new Map<string, string>();
  for (const text of given) {
    const [, address, path] = /^(https?:\/\/[^=]+)=(.+)$/.exec(text) ?? [];
    if (address === undefined || path === undefined) {
      const hint =
        "write the start of an address, and what stands for it: --resolve https://schemas.example.com/=schemas";
      return { type: "usage", message: `--resolve does not take "${text}"`, hint };
    }
    resolutions.set(address, resolve(path));
  }
  return resolutions;
}
