import { CORE_SCHEMA, load, loadAll, YAML11_SCHEMA } from "js-yaml";
import { parse, parseAllDocuments } from "yaml";

/** A parser that shares no code with Sluice. */
export interface Reader {
  readonly name: string;
  /** Reads a text of one document. */
  readonly read: (text: string) => unknown;
  /** Reads a text of any number of documents. */
  readonly readAll: (text: string) => unknown[];
}

const QUIET = { logLevel: "error" } as const;

/** The parsers that have to read the same data from what Sluice writes. */
export const READERS: readonly Reader[] = [
  {
    name: "yaml, YAML 1.1",
    read: (text) => parse(text, { ...QUIET, version: "1.1" }),
    readAll: (text) => parseAllDocuments(text, { ...QUIET, version: "1.1" }).map((document) => document.toJS()),
  },
  {
    name: "yaml, YAML 1.2",
    read: (text) => parse(text, { ...QUIET, version: "1.2" }),
    readAll: (text) => parseAllDocuments(text, { ...QUIET, version: "1.2" }).map((document) => document.toJS()),
  },
  {
    name: "js-yaml, YAML 1.1",
    read: (text) => load(text, { schema: YAML11_SCHEMA }),
    readAll: (text) => loadAll(text, { schema: YAML11_SCHEMA }),
  },
  {
    name: "js-yaml, YAML 1.2",
    read: (text) => load(text, { schema: CORE_SCHEMA }),
    readAll: (text) => loadAll(text, { schema: CORE_SCHEMA }),
  },
];
