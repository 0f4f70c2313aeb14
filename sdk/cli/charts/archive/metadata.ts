import type { ChartDependency, ChartMetadata } from "../../../charts/chart.ts";
import { parseVersion } from "../../../charts/version.ts";
import { linesOf } from "../../yaml/lines.ts";
import { isRead, readDocuments } from "../../yaml/read-documents.ts";
import { type ProblemFound, problem } from "./chart-files.ts";

const WORDS = "see https://helm.sh/docs/topics/charts/ for what stands in a Chart.yaml";

/** Reads `Chart.yaml`, and the `requirements.yaml` of charts of the first format. Refuses what Helm refuses. */
export function readMetadata(
  chart: string | undefined,
  requirements: string | undefined,
): ChartMetadata | ProblemFound {
  if (chart === undefined)
    return problem("it has no Chart.yaml", "give a chart's folder, or an archive that helm package made");
  const data = readMap("Chart.yaml", chart);
  if (!data.isMap) return data.problem;
  const { name, version, type } = data.map;
  if (typeof name !== "string" || !isName(name))
    return problem(
      `its Chart.yaml has ${name === undefined ? "no name" : "a name that is none"}`,
      `write a name such as "podinfo" into it; ${WORDS}`,
    );
  if (typeof version !== "string" || parseVersion(version) === undefined)
    return problem(
      `its Chart.yaml has ${version === undefined ? "no version" : "a version that is none"}`,
      `write a text such as "1.2.3" into it; ${WORDS}`,
    );
  if (type !== undefined && type !== null && type !== "" && type !== "application" && type !== "library")
    return problem("the type in its Chart.yaml is none", `write "application" or "library"`);
  const listed = dependenciesOf("Chart.yaml", data.map);
  const legacy = requirements === undefined ? undefined : readMap("requirements.yaml", requirements);
  if (legacy !== undefined && !legacy.isMap) return legacy.problem;
  const required =
    legacy?.map["dependencies"] === undefined ? undefined : dependenciesOf("requirements.yaml", legacy.map);
  const dependencies = required ?? listed;
  if ("problem" in dependencies) return dependencies;
  const key = findTwice(dependencies.map(({ alias, name: own }) => alias ?? own));
  if (key !== undefined) return problem(`two of its dependencies are called "${key}"`, `give one of them an "alias"`);
  return { name, version, ...(type === "application" || type === "library" ? { type } : {}), dependencies };
}

/** A name is used for files too. */
function isName(name: string): boolean {
  return name !== "" && name !== "." && name !== ".." && !/[/\\\p{Cc}]/u.test(name);
}

type FoundMap =
  | { readonly isMap: true; readonly map: Readonly<Record<string, unknown>> }
  | { readonly isMap: false; readonly problem: ProblemFound };

function readMap(file: string, text: string): FoundMap {
  const [document] = readDocuments(text);
  if (document !== undefined && !isRead(document)) {
    const { line } = linesOf(text)(document.position);
    return {
      isMap: false,
      problem: problem(`its ${file} is no valid YAML at line ${line}: ${document.reason}`, "mend the file"),
    };
  }
  const data = document?.data;
  if (isRecord(data)) return { isMap: true, map: data };
  return { isMap: false, problem: problem(`its ${file} holds no map`, WORDS) };
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
    read.push(dependency);
  }
  return read;
}

/** Helm takes no other letters in an alias. */
const ALIAS = /^[A-Za-z0-9_-]+$/;

function readDependency(item: Readonly<Record<string, unknown>>): ChartDependency | undefined {
  const texts: Record<string, string> = {};
  for (const key of ["name", "version", "repository", "alias", "condition"]) {
    const value = item[key] ?? "";
    if (typeof value !== "string") return undefined;
    if (value !== "") texts[key] = value;
  }
  const { name, alias } = texts;
  const tags = item["tags"] ?? [];
  const imports = item["import-values"] ?? [];
  if (name === undefined || (alias !== undefined && !ALIAS.test(alias))) return undefined;
  if (!isTexts(tags) || !Array.isArray(imports)) return undefined;
  const importValues = imports.flatMap(readImport);
  return {
    ...texts,
    name,
    ...(tags.length > 0 ? { tags } : {}),
    ...(importValues.length > 0 ? { importValues } : {}),
  };
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

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
