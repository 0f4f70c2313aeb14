import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { SluiceConfig } from "../../diagnostics/config.ts";
import { OUTPUT_FORMATS, type OutputFormat } from "../../diagnostics/output-format.ts";
import type { RepositoryPaths } from "../../diagnostics/repository-path.ts";
import type { ParsedArguments } from "../arguments/command.ts";
import { paletteFor } from "../colors.ts";
import type { ReportStyle } from "./report.ts";

/**
 * Says how a command reports: as its options say, else as the project's configuration does, else as suits where it runs.
 *
 * @param root The folder that output paths start at.
 */
export function reportStyle(
  args: ParsedArguments,
  config: SluiceConfig,
  root: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Omit<ReportStyle, "isOutputTaken"> {
  const wanted = formatOf(args.text("output")) ?? config.output;
  const maxWarnings = args.text("max-warnings");
  return {
    format: wanted ?? "text",
    isAnnotated: wanted === undefined && environment["GITHUB_ACTIONS"] === "true",
    palette: paletteFor(args),
    maxWarnings: maxWarnings === undefined ? config.maxWarnings : Number(maxWarnings),
    paths: repositoryPaths(root, environment["GITHUB_WORKSPACE"] ?? workTreeOf(root)),
  };
}

function formatOf(text: string | undefined): OutputFormat | undefined {
  return OUTPUT_FORMATS.find((format) => format === text);
}

/** Where the command was called, which is what shown paths are relative to; a program may go elsewhere. */
const START = process.cwd();

/**
 * Paths as who looks at the repository knows them.
 *
 * @param base The repository's folder.
 */
export function repositoryPaths(root: string, base: string): RepositoryPaths {
  const fromBase = (path: string): string => {
    const short = relative(base, path);
    return (short.startsWith("..") || isAbsolute(short) ? path : short).split(sep).join("/");
  };
  return { ofProgram: (file) => fromBase(resolve(START, file)), ofOutput: (file) => fromBase(join(root, file)) };
}

/** The Git work tree that a folder is in, else the folder. */
function workTreeOf(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return start;
  }
}
