import { createRequire } from "node:module";
import { blockReader, isUsual } from "../yaml/block-reader.ts";
import { documentRanges } from "../yaml/ranges.ts";

/**
 * Reads the documents of a YAML text; `undefined` when it is none. The compiler is synchronous and few fleets hold YAML in texts, so
 * the library is loaded when the first text is read that is not of the usual sort.
 */
export function readYamlOnDemand(text: string): readonly unknown[] | undefined {
  const usual = isUsual(text) ? readUsual(text) : undefined;
  if (usual !== undefined) return usual;
  // What the package exports is not known to TypeScript by this way of loading it.
  const { parseAllDocuments } = createRequire(import.meta.url)("yaml") as typeof import("yaml");
  // What only some readers refuse is no mistake: kustomize takes keys that stand there twice.
  const documents = parseAllDocuments(text, { logLevel: "silent", strict: false, uniqueKeys: false });
  if (documents.some(({ errors }) => errors.length > 0)) return undefined;
  try {
    return documents.map((document) => document.toJS());
  } catch {
    // An alias has no anchor.
    return undefined;
  }
}

function readUsual(text: string): readonly unknown[] | undefined {
  const read = blockReader(text);
  const ranges = documentRanges(text);
  const documents = ranges.flatMap((range) => read(range) ?? []);
  return documents.length === ranges.length ? documents.map(({ data }) => data) : undefined;
}
