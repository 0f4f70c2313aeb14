import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { loadAll } from "js-yaml";
import { manifests, type PlainManifest } from "./programs/manifests.ts";

/** Looks at a peer's output, a file or a folder: it has to hold as many documents as the fleet has objects. */
export function checkCount(path: string, objects: number): string | undefined {
  const found = textsIn(path).reduce((count, text) => count + documentsIn(text), 0);
  return found === objects ? undefined : `${found} documents instead of ${objects}`;
}

/** Looks at our own output: every document has to be the same data as the plain object. */
export function checkData(path: string, objects: number): string | undefined {
  const problem = checkCount(path, objects);
  if (problem !== undefined) return problem;
  const found = new Map<string, unknown>();
  for (const text of textsIn(path)) {
    for (const document of loadAll(text)) found.set(keyOf(document as PlainManifest), document);
  }
  for (const wanted of manifests(objects)) {
    const key = keyOf(wanted);
    if (!isDeepStrictEqual(found.get(key), wanted)) return `${key} is not what was put in`;
  }
  return undefined;
}

function keyOf({ kind, metadata }: PlainManifest): string {
  return `${kind} ${metadata.namespace}/${metadata.name}`;
}

/** Documents start with `---`, or at the start of the file; JSON has one in each line. */
function documentsIn(text: string): number {
  if (text.startsWith("{")) return text.trimEnd().split("\n").length;
  const starts = text.match(/^---$/gm)?.length ?? 0;
  return text.startsWith("---") ? starts : starts + 1;
}

/** The texts of a file, or of the YAML files in a folder that were made for the fleet. */
function textsIn(path: string): readonly string[] {
  if (statSync(path).isFile()) return [readFileSync(path, "utf8")];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => readFileSync(join(path, name), "utf8"));
}
