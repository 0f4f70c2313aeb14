import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../tools/project.ts";
import { ROOT } from "../tools/repository.ts";

/** What a run of the command loaded. */
export interface LoadedModules {
  readonly status: number | null;
  readonly stderr: string;
  /** Modules of this package, from the repository's root. */
  readonly own: readonly string[];
  /** Names of the packages of which anything was loaded. */
  readonly packages: readonly string[];
}

/** The one part of a coverage report that is read here. */
interface CoverageReport {
  readonly result: readonly { readonly url: string }[];
}

/**
 * Runs the command and says which modules it loaded. V8's own coverage lists every script that ran, whether `import` or
 * `require` loaded it, and in every thread; the hooks of a loader see only one or the other.
 */
export function runAndListModules(args: readonly string[], folder: string): LoadedModules {
  return runNodeAndListModules([join(ROOT, "dist/esm/cli/main.js"), ...args], folder);
}

/** Runs Node with these arguments, and says in the same way which modules it loaded. */
export function runNodeAndListModules(args: readonly string[], folder: string): LoadedModules {
  const reports = temporaryFolder();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, NODE_V8_COVERAGE: reports },
    encoding: "utf8",
  });
  const urls = readdirSync(reports).flatMap((name) => {
    // Node's own format; a change of it would leave the lists empty, which the tests notice.
    const report = JSON.parse(readFileSync(join(reports, name), "utf8")) as CoverageReport;
    return report.result.map(({ url }) => url);
  });
  const files = [...new Set(urls)].filter((url) => url.startsWith("file:")).map((url) => fileURLToPath(url));
  return {
    status,
    stderr,
    own: files.filter((file) => file.startsWith(join(ROOT, "dist"))).map((file) => relative(ROOT, file)),
    packages: [...new Set(files.flatMap(packageOf))].sort(),
  };
}

function packageOf(file: string): readonly string[] {
  const [, name] = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file) ?? [];
  return name === undefined ? [] : [name.replaceAll("\\", "/")];
}
