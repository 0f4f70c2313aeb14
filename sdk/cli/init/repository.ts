import { execFileSync } from "node:child_process";
import { sourceUrl } from "./source-url.ts";

/** What Git says of a folder. */
export interface Repository {
  /** The work tree's root. */
  readonly root: string;
  readonly branch: string | undefined;
  /** The remote, as Flux takes it. */
  readonly url: string | undefined;
}

/** Looks for the Git work tree that a folder is in. */
export function findRepository(folder: string): Repository | undefined {
  const root = git(folder, ["rev-parse", "--show-toplevel"]);
  if (root === undefined) return undefined;
  const [first] = (git(folder, ["remote"]) ?? "").split("\n");
  const remote =
    git(folder, ["config", "--get", "remote.origin.url"]) ?? git(folder, ["config", "--get", `remote.${first}.url`]);
  return {
    root,
    branch: git(folder, ["symbolic-ref", "--quiet", "--short", "HEAD"]),
    url: remote === undefined ? undefined : sourceUrl(remote),
  };
}

/** `undefined` where there is no answer, or no Git. */
function git(cwd: string, args: readonly string[]): string | undefined {
  try {
    const text = execFileSync("git", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    return text === "" ? undefined : text;
  } catch {
    return undefined;
  }
}
