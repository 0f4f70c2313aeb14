import { existsSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "../disk/error-code.ts";
import { Budget, type FoundFiles, isOfInterest, problem } from "./archive/chart-files.ts";
import { chartOfFiles } from "./archive/chart-of-files.ts";
import { type IgnoreRules, readIgnoreRules } from "./archive/helm-ignore.ts";
import { type ChartRead, failed, invalidChart } from "./chart-read.ts";

/**
 * Reads the folder of a chart. Links are followed, as Helm does.
 *
 * @param name What messages call it.
 */
export async function readChartFolder(path: string, name: string = path): Promise<ChartRead> {
  if (!existsSync(path))
    return failed("chart/not-found", `chart "${name}" is not there`, "write the path of a chart's folder");
  const budget = new Budget();
  try {
    const found = findFiles(path, budget);
    if (found.type === "problem") return invalidChart(name, found);
    const chart = await chartOfFiles(found.files, budget);
    return "problem" in chart ? invalidChart(name, chart) : { type: "read", chart, version: chart.metadata.version };
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return invalidChart(name, { problem: `the system refuses it (${code})`, hint: "let its files be read" });
  }
}

function findFiles(folder: string, budget: Budget): FoundFiles {
  const ignoreFile = join(folder, ".helmignore");
  const isIgnored = readIgnoreRules(
    existsSync(ignoreFile) ? readFileSync(ignoreFile, "utf8").replace(/^\uFEFF/, "") : "",
  );
  if (isIgnored === undefined)
    return problem(
      "its .helmignore has a pattern that is none",
      "write patterns such as *.bak; Helm knows no ** either",
    );
  const walk = new Walk(folder, isIgnored, budget);
  return walk.visit("", [realpathSync(folder)]) ?? { type: "found", files: walk.files };
}

class Walk {
  readonly files: Map<string, Uint8Array> = new Map();
  readonly #folder: string;
  readonly #isIgnored: IgnoreRules;
  readonly #budget: Budget;

  constructor(folder: string, isIgnored: IgnoreRules, budget: Budget) {
    this.#folder = folder;
    this.#isIgnored = isIgnored;
    this.#budget = budget;
  }

  /**
   * Visits what is in a folder; says what is wrong there.
   *
   * @param above The folder and those that it stands in, without links.
   */
  visit(folder: string, above: readonly string[]): ReturnType<typeof problem> | undefined {
    for (const name of readdirSync(join(this.#folder, folder)).sort()) {
      const path = folder === "" ? name : `${folder}/${name}`;
      const wrong = this.#visitOne(path, above);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  }

  #visitOne(path: string, above: readonly string[]): ReturnType<typeof problem> | undefined {
    const file = join(this.#folder, path);
    const stats = statOf(file);
    // A link that leads nowhere is ignored where its name is.
    if (this.#isIgnored(path, stats?.isDirectory() ?? false)) return undefined;
    if (stats === undefined) return problem(`"${path}" is a link to nothing`, "remove the link: Helm stops at it");
    if (stats.isDirectory()) {
      // Nothing is read of other folders, which may be large, or a repository.
      if (!isOfInterest(path === "ci" ? "ci/a.yaml" : `${path}/`)) return undefined;
      const real = realpathSync(file);
      if (above.includes(real)) return problem(`"${path}" is a link to a folder that it stands in`, "remove the link");
      return this.visit(path, [...above, real]);
    }
    if (!isOfInterest(path)) return undefined;
    if (!stats.isFile())
      return problem(`"${path}" is no file that can be read`, "remove it: Helm does not read it either");
    const wrong = this.#budget.take(path, stats.size);
    if (wrong === undefined) this.files.set(path, readFileSync(file));
    return wrong;
  }
}

function statOf(file: string): Stats | undefined {
  return statSync(file, { throwIfNoEntry: false });
}
