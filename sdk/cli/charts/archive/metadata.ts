import type { ChartDependency, ChartMetadata } from "../../../charts/chart.ts";
import { parseVersion } from "../../../charts/version.ts";
import { linesOf } from "../../yaml/lines.ts";
import { isRead, readDocuments } from "../../yaml/read-documents.ts";
import { type ProblemFound, problem } from "./chart-files.ts";

const WORDS = "see https://helm.sh/docs/topics/charts/ for what stands in a Chart.yaml";

/** Reads `Chart.yaml`, and the `requirements.yaml` of charts of the first format. Refuses what Helm refuses. */
export async function readMetadata(
  chart: string | undefined,
  requirements: string | undefined,
): Promise<ChartMetadata | ProblemFound> {
  if (chart === undefined)
    return problem("it has no Chart.yaml", "give a chart's folder, or an archive that helm package made");
  const data = await readMap("Chart.yaml", chart);
  if (!data.isMap) return data.problem;
  const [name, version, type] = ["name", "version", "type"].map((key) => textOf(data.map[key]));
  if (name === undefined || !isName(name))
    return problem(
      `its Chart.yaml has ${name === "" ? "no name" : "a name that is none"}`,
      `write a name such as "podinfo" into it; ${WORDS}`,
    );
  if (version === undefined || parseVersion(version) === undefined)
    return problem(
      `its Chart.yaml has ${version === "" ? "no version" : "a version that is none"}`,
      `write a version such as "1.2.3" into it; ${WORDS}`,
    );
  if (type !== "" && type !== "application" && type !== "library")
    return problem("the type in its Chart.yaml is none", `write "application" or "library"`);
  const listed = dependenciesOf("Chart.yaml", data.map);
  const legacy = requirements === undefined ? undefined : await readMap("requirements.yaml", requirements);
  if (legacy !== undefined && !legacy.isMap) return legacy.problem;
  const required =
    legacy?.map["dependencies"] === undefined ? undefined : dependenciesOf("requirements.yaml", legacy.map);
  const dependencies = required ?? listed;
  if ("problem" in dependencies) return dependencies;
  const key = findTwice(dependencies.map(({ alias, name: own }) => alias ?? own));
  if (key !== undefined) return problem(`two of its dependencies are called "${key}"`, `give one of them an "alias"`);
  return { name, version, ...(type === "" ? {} : { type }), dependencies };
}

/** The text that a scalar is where a text belongs, as Helm reads it; `undefined` for what is no scalar. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? undefined : String(value);
}

/** A name is used for files too. */
function isName(name: string): boolean {
  return name !== "" && name !== "." && name !== ".." && !/[/\\\p{Cc}]/u.test(name);
}

type FoundMap =
  | { readonly isMap: true; readonly map: Readonly<Record<string, unknown>> }
  | { readonly isMap: false; readonly problem: ProblemFound };

async function readMap(file: string, text: string): Promise<FoundMap> {
  const [document] = readDocuments(text);
  if (document !== undefined && !isRead(document) && document.problem === "invalid") {
    const { line } = linesOf(text)(document.position);
    const found = problem(`its ${file} is no valid YAML at line ${line}: ${document.reason}`, "mend the file");
    return { isMap: false, problem: found };
  }
  const data = document !== undefined && isRead(document) ? document.data : await readTwiceNamed(text);
  if (isRecord(data)) return { isMap: true, map: data };
  return { isMap: false, problem: problem(`its ${file} holds no map`, WORDS) };
}

/** Of a key that stands twice, Helm takes the last. */
async function readTwiceNamed(text: string): Promise<unknown> {
  const { parseAllDocuments } = await import("yaml");
  const [document] = parseAllDocuments(text, { uniqueKeys: false, merge: true, version: "1.1", logLevel: "silent" });
  if (document === undefined || document.errors.length > 0) return undefined;
  try {
    return document.toJS();
  } catch (error) {
    // What it says of an alias that stands for nothing, or for too much.
    if (!(error instanceof ReferenceError)) throw error;
    return undefined;
  }
}

function dependenciesOf(
  file: string,
  { dependencies }: Readonly<Record<string, unknown>>,
): readonly ChartDependency[] | ProblemFound {
  if (dependencies === undefined || dependencies === null) return [];
  if (!Array.isArray(dependencies)) return problem(`"dependencies" in its ${file} is no list`, WORDS);
  const read: ChartDependency[] = [];
  for (const [index, item] of dependencies.entries()) {
    const dependency = isRecord(item) ? readDependency(item) : undefined;
    if (dependency === undefined) return problem(`dependencies[${index}] in its ${file} is none`, WORDS);
    // One without a name is no chart's, which Helm does not mind.
    if (dependency.name !== "") read.push(dependency);
  }
  return read;
}

/** Helm takes no other letters in an alias. */
const ALIAS = /^[A-Za-z0-9_-]+$/;

function readDependency(item: Readonly<Record<string, unknown>>): ChartDependency | undefined {
  const texts: Record<string, string> = {};
  for (const key of ["version", "repository", "alias", "condition"]) {
    const text = textOf(item[key]);
    if (text === undefined || (key === "alias" && text !== "" && !ALIAS.test(text))) return undefined;
    if (text !== "") texts[key] = text;
  }
  const name = textOf(item["name"]);
  const tags = textsOf(item["tags"] ?? []);
  const imports = item["import-values"] ?? [];
  if (name === undefined || tags === undefined || !Array.isArray(imports)) return undefined;
  const importValues = imports.flatMap(readImport);
  return {
    ...texts,
    name,
    ...(tags.length > 0 ? { tags } : {}),
    ...(importValues.length > 0 ? { importValues } : {}),
  };
}

function textsOf(list: unknown): readonly string[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const texts = list.map(textOf);
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** Helm goes past what it does not understand here. */
function readImport(item: unknown): readonly (string | { readonly child: string; readonly parent: string })[] {
  if (typeof item === "string") return [item];
  if (!isRecord(item)) return [];
  const { child, parent } = item;
  return typeof child === "string" && typeof parent === "string" ? [{ child, parent }] : [];
}

function findTwice(keys: readonly string[]): string | undefined {
  return keys.find((key, index) => keys.indexOf(key) !== index);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
