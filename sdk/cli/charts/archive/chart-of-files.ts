import type { Chart } from "../../../charts/chart.ts";
import { type Budget, type ChartFiles, DEEPEST, isOtherValues, type ProblemFound, problem } from "./chart-files.ts";
import { readMetadata } from "./metadata.ts";
import { unpack } from "./unpack.ts";

/** Makes a chart of its files, with the charts in it. */
export async function chartOfFiles(files: ChartFiles, budget: Budget, depth = 0): Promise<Chart | ProblemFound> {
  const text = (path: string): string | undefined => {
    const bytes = files.get(path);
    return bytes === undefined ? undefined : textOf(bytes);
  };
  const metadata = await readMetadata(text("Chart.yaml"), text("requirements.yaml"));
  if ("problem" in metadata) return metadata;
  const dependencies = await dependenciesOf(files, budget, depth);
  if ("problem" in dependencies) return dependencies;
  return {
    metadata,
    values: text("values.yaml"),
    schema: text("values.schema.json"),
    templates: textsOf(files, (path) => path.startsWith("templates/")),
    otherValues: textsOf(files, isOtherValues),
    dependencies,
  };
}

async function dependenciesOf(
  files: ChartFiles,
  budget: Budget,
  depth: number,
): Promise<readonly Chart[] | ProblemFound> {
  const charts: Chart[] = [];
  for (const [name, inside] of filesByChart(files)) {
    const within = `charts/${name}`;
    if (depth >= DEEPEST) return problem(`"${within}" stands in too many charts`, "take it out");
    const chart = await readDependency(inside, budget, depth + 1);
    if ("problem" in chart) return problem(`in "${within}", ${chart.problem}`, chart.hint);
    charts.push(chart);
  }
  return charts;
}

async function readDependency(
  inside: Uint8Array | ChartFiles,
  budget: Budget,
  depth: number,
): Promise<Chart | ProblemFound> {
  if (!(inside instanceof Uint8Array)) return chartOfFiles(inside, budget, depth);
  const unpacked = await unpack(inside, budget);
  return unpacked.type === "problem" ? unpacked : chartOfFiles(unpacked.files, budget, depth);
}

/** What stands in `charts`: archives, and folders with their files. */
function filesByChart(files: ChartFiles): ReadonlyMap<string, Uint8Array | ChartFiles> {
  const charts = new Map<string, Uint8Array | Map<string, Uint8Array>>();
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [, name = "", rest] = /^charts\/([^/]+)(?:\/(.+))?$/s.exec(path) ?? [];
    // Helm takes no notice of these.
    if (name === "" || /^[_.]/.test(name) || path.endsWith(".prov")) continue;
    if (rest === undefined) {
      if (name.endsWith(".tgz")) charts.set(name, bytes);
      continue;
    }
    const inside = charts.get(name) ?? new Map<string, Uint8Array>();
    if (inside instanceof Uint8Array) continue;
    inside.set(rest, bytes);
    charts.set(name, inside);
  }
  return charts;
}

function textsOf(files: ChartFiles, isWanted: (path: string) => boolean): ReadonlyMap<string, string> {
  const found = [...files].filter(([path]) => isWanted(path)).sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(found.map(([path, bytes]) => [path, textOf(bytes)]));
}

/** Without a mark of the byte order, as Helm reads it. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
