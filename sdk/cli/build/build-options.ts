import type { ParsedArguments } from "../arguments/command.ts";

/** What `sluice build` was asked to do. */
export interface BuildOptions {
  /** The folder that paths start at, where it was given. */
  readonly out: string | undefined;
  /** Names of the clusters to build; none means all. */
  readonly clusters: readonly string[];
  readonly mode: "write" | "check" | "dry-run" | "stdout-yaml" | "stdout-json";
  readonly allowPrune: boolean;
  /** Files as the user wrote them. */
  readonly force: readonly string[];
  readonly format: "text" | "json";
}

/** Takes the options out of arguments that were checked. */
export function buildOptions(args: ParsedArguments): BuildOptions {
  return {
    out: args.text("out"),
    clusters: args.list("cluster"),
    mode: modeOf(args),
    allowPrune: args.has("allow-prune"),
    force: args.list("force"),
    format: args.text("format") === "json" ? "json" : "text",
  };
}

function modeOf(args: ParsedArguments): BuildOptions["mode"] {
  if (args.has("stdout")) return args.text("stdout") === "json" ? "stdout-json" : "stdout-yaml";
  if (args.has("check")) return "check";
  return args.has("dry-run") ? "dry-run" : "write";
}
