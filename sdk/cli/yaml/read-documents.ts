import { constructFromEvents, EVENT_ID, type Event, parseEvents, YAMLException } from "js-yaml";
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
  const { events, values } = read(text);
  // A text may end a document and not start the next.
  if (values.length !== ranges.length) return ranges.flatMap((range) => readOne(text, range));
  return ranges.map(({ start, end }, index) => ({ data: values[index], start, end, events, index, offset: 0 }));
}

function readOne(text: string, { start, end }: DocumentRange): readonly ReadDocument[] {
  const part = text.slice(start, end);
  try {
    const { events, values } = read(part);
    return values.map((data, index) => ({ data, start, end, events, index, offset: start }));
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason, mark } = error;
    const problem = /duplicat\w+ mapping key/.test(reason) ? "duplicate-key" : "invalid";
    return [{ start, end, problem, reason, position: start + (mark?.position ?? 0) }];
  }
}

interface Read {
  readonly events: readonly Event[];
  readonly values: readonly unknown[];
}

function read(source: string): Read {
  const events = parseEvents(source, { maxDepth: DEPTH });
  const values = constructFromEvents(events, { source, schema: KUBERNETES_SCHEMA });
  const alias = events.find((event) => event.type === EVENT_ID.ALIAS);
  if (alias !== undefined && values.some((value) => expandedSize(value) > MOST_VALUES))
    YAMLException.throwAt(source, alias.anchorStart, "its aliases repeat too much");
  return { events, values };
}
