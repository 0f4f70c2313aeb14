import { execFileSync } from "node:child_process";

/** What a binary depends on besides its source. */
export interface GoSettings {
  readonly version: string;
  readonly os: string;
  readonly architecture: string;
}

/** The lab cannot be built, for a reason that can be changed. */
export class BuildError extends Error {}

/** Asks Go for its version, as it is used for a folder's module file. */
export function goSettings(folder: string): GoSettings {
  const [version = "", os = "", architecture = ""] = go(["env", "GOVERSION", "GOOS", "GOARCH"], folder).split("\n");
  return { version, os, architecture };
}

/** Runs a short Go command and gives what it printed. */
export function go(args: readonly string[], folder: string): string {
  try {
    return execFileSync("go", args, {
      cwd: folder,
      encoding: "utf8",
      env: GO_ENVIRONMENT,
      maxBuffer: 2 ** 26,
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    throw new BuildError(explain(error, args));
  }
}

/** A workspace file above the repository would replace our versions by its own. */
export const GO_ENVIRONMENT: NodeJS.ProcessEnv = { ...process.env, GOWORK: "off" };

function explain(error: unknown, args: readonly string[]): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "ENOENT") {
    return 'Go is not on the PATH: no program "go" was found. The lab needs Go 1.26 or later; nothing else does.';
  }
  const printed = "stderr" in error ? String(error.stderr).trim() : "";
  return `"go ${args.join(" ")}" failed: ${printed || error.message}`;
}
