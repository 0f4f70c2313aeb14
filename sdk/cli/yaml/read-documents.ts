import { constructFromEvents, EVENT_ID, parseEvents, YAMLException } from "js-yaml";
import { InternalError } from "../../diagnostics/internal-error.ts";
import type { InvalidDocument, YamlDocument } from "./documents.ts";
import { expandedSize } from "./expanded-size.ts";
import { KUBERNETES_SCHEMA } from "./kubernetes-schema.ts";
import { type DocumentRange, documentRanges } from "./ranges.ts";

/** How deep data may be nested: the API server does not take more than this either. */
const DEPTH = 1000;

/** With more values than these in a document once its aliases are filled in, it is an attack, and Go refuses it too. */
const MOST_VALUES = 1_000_000;

/** What is in a text, in order. */
export type ReadDocument = YamlDocument | InvalidDocument;

/** Says whether a document could be read. */
export function isRead(document: ReadDocument): document is YamlDocument {
  return "data" in document;
}

/**
 * Reads the documents of a text. All at once, which is fastest; where one is not right, each by itself, so that the others are
 * read all the same.
 */
export function readDocuments(text: string): readonly ReadDocument[] {
  const ranges = documentRanges(text);
  try {
    return readAll(text, ranges);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return ranges.flatMap((range) => readOne(text, range));
  }
}

/** Throws with the first document that is not right. */
function readAll(text: string, ranges: readonly DocumentRange[]): readonly ReadDocument[] {
  const read = readText(text);
  // A text may end a document and not start the next.
  if (read.length !== ranges.length) return ranges.flatMap((range) => readOne(text, range));
  return read.map((document, index) => ({ ...document, ...rangeAt(ranges, index), offset: 0 }));
}

function readOne(text: string, { start, end }: DocumentRange): readonly ReadDocument[] {
  const part = text.slice(start, end);
  try {
    return readText(part).map((document) => ({ ...document, start, end, offset: start }));
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason, mark } = error;
    const problem = /duplicat\w+ mapping key/.test(reason) ? "duplicate-key" : "invalid";
    return [{ start, end, problem, reason, position: start + (mark?.position ?? 0) }];
  }
}

function rangeAt(ranges: readonly DocumentRange[], index: number): DocumentRange {
  const range = ranges[index];
  if (range === undefined) throw new InternalError(`There is no document ${index}`);
  return range;
}

function readText(source: string): readonly Pick<YamlDocument, "data" | "events" | "firstEvent">[] {
  const events = parseEvents(source, { maxDepth: DEPTH });
  const values = constructFromEvents(events, { source, schema: KUBERNETES_SCHEMA });
  const alias = events.find((event) => event.type === EVENT_ID.ALIAS);
  if (alias !== undefined && values.some((value) => expandedSize(value) > MOST_VALUES))
    YAMLException.throwAt(source, alias.anchorStart, "its aliases repeat too much");
  const starts = events.flatMap(({ type }, number) => (type === EVENT_ID.DOCUMENT ? [number] : []));
  return values.map((data, index) => ({ data, events, firstEvent: starts[index] ?? 0 }));
}
