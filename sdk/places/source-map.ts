import { SourceMap, type SourceMapPayload } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type SourceText, sourceText } from "../diagnostics/source/source-text.ts";

/** A position in a file that was compiled. */
export interface Origin {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** The text of the file, where the source map holds it. */
  readonly text?: SourceText | undefined;
}

/** Finds origins of positions, both from 1. */
export type FindOrigin = (line: number, column: number) => Origin | undefined;

/**
 * Reads a source map.
 *
 * @param folder The folder that its paths are relative to.
 */
export function originsIn(text: string, folder: string): FindOrigin | undefined {
  const payload = readPayload(text);
  if (payload === undefined) return undefined;
  const map = new SourceMap(payload);
  const texts = new Map<string, SourceText>();
  const textOf = (source: string): SourceText | undefined => {
    const content = payload.sourcesContent?.[payload.sources.indexOf(source)];
    if (typeof content !== "string") return undefined;
    const known = texts.get(source) ?? sourceText(content);
    texts.set(source, known);
    return known;
  };
  return (line, column) => {
    const entry = map.findEntry(line - 1, column - 1);
    if (!("originalSource" in entry) || entry.originalSource === undefined) return undefined;
    const { originalSource: source, originalLine, originalColumn } = entry;
    const path = source.startsWith("file:") ? fileURLToPath(source) : resolve(folder, payload.sourceRoot ?? "", source);
    return { path, line: originalLine + 1, column: originalColumn + 1, text: textOf(source) };
  };
}

/** The parts of a source map that tools may leave out. */
type Payload = Omit<SourceMapPayload, "sourcesContent" | "sourceRoot"> & {
  readonly sourcesContent?: readonly (string | null)[];
  readonly sourceRoot?: string;
};

function readPayload(text: string): (SourceMapPayload & Payload) | undefined {
  try {
    const data: unknown = JSON.parse(text);
    const isMap = typeof data === "object" && data !== null && "mappings" in data && "sources" in data;
    // What a compiler wrote; Node reads the rest of it.
    return isMap ? (data as SourceMapPayload & Payload) : undefined;
  } catch {
    return undefined;
  }
}

const LAST_COMMENT = /\/\/[#@] *sourceMappingURL=(\S+)\s*$/;
const INLINE = /^data:application\/json;(?:charset=[^;,]+;)?base64,(.*)$/;

/** A source map, and the folder that its paths are relative to. */
export interface FoundMap {
  readonly text: string;
  readonly folder: string;
}

/** The source map that a compiled file names, in itself or beside it. */
export function sourceMapOf(
  file: string,
  code: string,
  read: (path: string) => string | undefined,
): FoundMap | undefined {
  const url = LAST_COMMENT.exec(code)?.[1];
  if (url === undefined) return undefined;
  const inline = INLINE.exec(url)?.[1];
  if (inline !== undefined) return { text: Buffer.from(inline, "base64").toString(), folder: dirname(file) };
  if (/^[a-z]+:/.test(url)) return undefined;
  const path = resolve(dirname(file), decodeURI(url));
  const text = read(path);
  return text === undefined ? undefined : { text, folder: dirname(path) };
}
