import { resolve } from "node:path";
import type { ParsedArguments } from "../arguments/command.ts";

/** What `sluice check` was asked to do. */
export interface CheckOptions {
  /** The folder that paths start at. */
  readonly root: string;
  /** Names of the clusters to check; none means all. */
  readonly clusters: readonly string[];
  /** Whether Pulumi applies the clusters' roots, so that only directories are files. */
  readonly directories: boolean;
}

/**
 * Takes the options out of arguments that were checked. Paths are resolved here, before the program runs: it may go elsewhere.
 *
 * @param usualRoot The folder that paths start at when none is given.
 */
export function checkOptions(args: ParsedArguments, usualRoot: string): CheckOptions {
  const out = args.text("out");
  return {
    root: out === undefined ? usualRoot : resolve(out),
    clusters: args.list("cluster"),
    directories: args.has("directories"),
  };
}
