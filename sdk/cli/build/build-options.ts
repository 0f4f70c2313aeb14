import { relative, resolve, sep } from "node:path";
import type { ParsedArguments } from "../arguments/command.ts";

/** What `sluice build` was asked to do. */
export interface BuildOptions {
  /** The folder that paths start at. */
  readonly root: string;
  /** Names of the clusters to build; none means all. */
  readonly clusters: readonly string[];
  /** Whether the files at the clusters' roots are left alone: Pulumi applies those objects. */
  readonly directories?: boolean;
  readonly mode: "write" | "check" | "dry-run" | "stdout-yaml" | "stdout-json";
  readonly allowPrune: boolean;
  /** Files that may be overwritten or removed whoever wrote them, by their paths from the root. */
  readonly force: ReadonlySet<string>;
  /** What becomes of encrypted files of which nobody here can tell whether they hold what the program says. */
  readonly undecided: UndecidedChoice;
}

/** What can be done with such a file. */
export type UndecidedChoice = "keep" | "encrypt" | "fail";

/**
 * Takes the options out of arguments that were checked. Paths are resolved here, before the program runs: it may go elsewhere.
 *
 * @param usualRoot The folder that paths start at when none is given.
 */
export function buildOptions(args: ParsedArguments, usualRoot: string): BuildOptions {
  const out = args.text("out");
  const root = out === undefined ? usualRoot : resolve(out);
  return {
    root,
    clusters: args.list("cluster"),
    directories: args.has("directories"),
    mode: modeOf(args),
    allowPrune: args.has("allow-prune"),
    undecided: undecidedOf(args.text("undecided")),
    force: new Set(args.list("force").flatMap((path) => forcedPaths(root, path))),
  };
}

/** A path as messages show it, from the root, or as a shell completes it, from the current folder. */
function forcedPaths(root: string, path: string): readonly string[] {
  return [path.replace(/^(?:\.\/)+/, ""), relative(root, resolve(path)).split(sep).join("/")];
}

function undecidedOf(given: string | undefined): UndecidedChoice {
  return given === "encrypt" || given === "fail" ? given : "keep";
}

function modeOf(args: ParsedArguments): BuildOptions["mode"] {
  if (args.has("stdout")) return args.text("stdout") === "json" ? "stdout-json" : "stdout-yaml";
  if (args.has("check")) return "check";
  return args.has("dry-run") ? "dry-run" : "write";
}
