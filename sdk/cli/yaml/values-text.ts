import { findPlace } from "./find-place.ts";
import { linesOf } from "./lines.ts";
import { isRead, type ReadDocument, readDocuments } from "./read-documents.ts";

/** Reads a file of values as Helm does. `undefined` for what is no map, and for several documents, of which Helm sees one. */
export function readValues(text: string): object | undefined {
  const document = onlyDocument(text);
  if (document === undefined || !isRead(document)) return undefined;
  if (document.data === null) return {};
  return typeof document.data === "object" && !Array.isArray(document.data) ? document.data : undefined;
}

/** The line of a text that has a value, from 1. */
export function lineOf(text: string, path: readonly (string | number)[]): number | undefined {
  const document = onlyDocument(text);
  if (document === undefined || !isRead(document)) return undefined;
  return linesOf(text)(findPlace(document, path, text).key).line;
}

function onlyDocument(text: string): ReadDocument | undefined {
  const [document, ...others] = readDocuments(text);
  if (document === undefined) return { start: 0, end: 0, data: null, index: 0 };
  return others.length === 0 ? document : undefined;
}
