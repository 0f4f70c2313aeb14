import { parseAllDocuments } from "yaml";
import { isRecord } from "../locks/flatten-schema.ts";
import type { Json } from "../locks/lock.ts";
import { crdProblem, type ReportCrd } from "./crd-problem.ts";

/** A text that kinds are generated from, by what messages call it: its path, its URL. */
export interface CrdSource {
  readonly name: string;
  readonly text: string;
}

/** One object of a source. */
export interface CrdDocument {
  /** What messages call it: the source, with the document's number where there are several. */
  readonly place: string;
  readonly data: Json;
}

/** Reads the objects of a source, YAML or JSON, and those in lists of them. */
export function readDocuments(source: CrdSource, report: ReportCrd): readonly CrdDocument[] {
  const documents = parseSource(source, report);
  return documents.flatMap((data, index) => {
    const place = documents.length > 1 ? `${source.name} (document ${index + 1})` : source.name;
    return data === null ? [] : objectsIn(data, place);
  });
}

function objectsIn(data: Json, place: string): readonly CrdDocument[] {
  const items = Array.isArray(data) ? data : isRecord(data) && isList(data) ? data["items"] : undefined;
  if (!Array.isArray(items)) return [{ place, data }];
  return items.flatMap((item: Json, index) => objectsIn(item, `${place} (item ${index + 1})`));
}

/** `kubectl get -o yaml` gives a `List`, and the API a list of the kind's own. */
function isList({ kind, items }: Readonly<Record<string, Json>>): boolean {
  return typeof kind === "string" && kind.endsWith("List") && Array.isArray(items);
}

/** Reads the documents of a source, `null` where one cannot be read. */
export function parseSource(source: CrdSource, report: ReportCrd): readonly Json[] {
  const json = parseJson(source.text);
  return json === undefined ? parseYaml(source, report) : [json];
}

/** Reading JSON as what it is takes a tenth of the time. */
function parseJson(text: string): Json | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parseYaml({ name, text }: CrdSource, report: ReportCrd): readonly Json[] {
  const documents = parseAllDocuments(text, { merge: true, logLevel: "silent" });
  return [...documents].map((document): Json => {
    const [error] = document.errors;
    const line = error?.linePos?.[0].line;
    if (error !== undefined) return unreadable(line === undefined ? "it is no valid YAML" : `line ${line} is no YAML`);
    let data: Json;
    try {
      data = document.toJS();
    } catch {
      return unreadable("it has an alias without an anchor, or too many aliases");
    }
    return isEndless(data) ? unreadable("something in it contains itself") : data;
  });

  function unreadable(reason: string): null {
    report(
      crdProblem("crd/unreadable", name, `"${name}" cannot be read: ${reason}`, "give YAML or JSON with CRDs in it"),
    );
    return null;
  }
}

/** Says whether data contains itself, as an alias can make it. */
function isEndless(data: Json): boolean {
  try {
    JSON.stringify(data);
    return false;
  } catch {
    return true;
  }
}
