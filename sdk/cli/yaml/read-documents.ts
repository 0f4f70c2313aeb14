import { constructFromEvents, EVENT_ID, parseEvents, YAMLException } from "js-yaml";
import { blockReader, isUsual } from "./block-reader.ts";
import type { InvalidDocument, YamlDocument } from "./documents.ts";
import { expandedSize } from "./expanded-size.ts";
import { KUBERNETES_SCHEMA } from "./kubernetes-schema.ts";
import { DEPTH } from "./nesting.ts";
import { type DocumentRange, documentRanges } from "./ranges.ts";

/** With more values than these in a document once its aliases are filled in, it is an attack, and Go refuses it too. */
const MOST_VALUES = 1_000_000;

/** What is in a text, in order. */
export type ReadDocument = YamlDocument | InvalidDocument;

/** Says whether a document could be read. */
export function isRead(document: ReadDocument): document is YamlDocument {
  return "data" in document;
}

/** Reads the documents of a text, each by itself, so that one that is not right hides no other. */
export function* readDocuments(text: string): Generator<ReadDocument> {
  const readBlocks = blockReader(text);
  const isAllUsual = isUsual(text);
  for (const range of documentRanges(text)) {
    const read = isAllUsual || isUsual(text.slice(range.start, range.end)) ? readBlocks(range) : undefined;
    if (read === undefined) yield* readWhole(text, range);
    else yield { start: range.start, end: range.end, data: read.data, index: 0 };
  }
}

/** Reads a document by the whole language. */
function readWhole(text: string, range: DocumentRange): readonly ReadDocument[] {
  try {
    return valuesOf(text.slice(range.start, range.end)).map((data, index) => ({ ...range, data, index }));
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason, mark } = error;
    const problem = /duplicat\w+ mapping key/.test(reason) ? "duplicate-key" : "invalid";
    // What the parser quotes, such as the name of an alias, may be a password that stands without quotes.
    const position = range.start + (mark?.position ?? 0);
    return [{ ...range, problem, reason: reason.replace(/(?:: | "| !<).*/s, ""), position }];
  }
}

function valuesOf(source: string): readonly unknown[] {
  const events = parseEvents(source, { maxDepth: DEPTH });
  const values = constructFromEvents(events, { source, schema: KUBERNETES_SCHEMA });
  const alias = events.find((event) => event.type === EVENT_ID.ALIAS);
  if (alias !== undefined && values.some((value) => expandedSize(value) > MOST_VALUES))
    YAMLException.throwAt(source, alias.anchorStart, "its aliases repeat too much");
  return values;
}
