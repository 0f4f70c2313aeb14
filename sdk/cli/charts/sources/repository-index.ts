import { newestInRange, parseRange } from "../../../charts/version-range.ts";
import { isRead, readDocuments } from "../../yaml/read-documents.ts";

/** A version of a chart in a repository. */
export interface IndexEntry {
  readonly version: string;
  /** Where its archive is, from the repository's address. */
  readonly url: string;
  /** `sha256:…` of its archive, where the index says it. */
  readonly digest?: string | undefined;
}

/** The charts of a repository, by their names. Versions that are equal but for what does not count stand with the latest first. */
export type RepositoryIndex = ReadonlyMap<string, readonly IndexEntry[]>;

/** Reads an `index.yaml`; `undefined` for what is none. Entries that cannot be installed are left out, as Helm does. */
export function readIndex(text: string): RepositoryIndex | undefined {
  const data = dataOf(text);
  const entries = isRecord(data) ? (data["entries"] ?? {}) : undefined;
  if (!isRecord(entries)) return undefined;
  return new Map(
    Object.entries(entries).map(([name, versions]) => [name, Array.isArray(versions) ? sorted(versions) : []]),
  );
}

/** A large index may be JSON, which is read much faster. */
function dataOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const [document] = readDocuments(text);
    return document !== undefined && isRead(document) ? document.data : undefined;
  }
}

function sorted(versions: readonly unknown[]): readonly IndexEntry[] {
  const dated = versions.flatMap((item) => {
    const entry = isRecord(item) ? entryOf(item) : undefined;
    return entry === undefined ? [] : [{ entry, created: createdAt(item) }];
  });
  return dated.sort((left, right) => right.created - left.created).map(({ entry }) => entry);
}

function entryOf({ version, urls, digest }: Readonly<Record<string, unknown>>): IndexEntry | undefined {
  const url: unknown = Array.isArray(urls) ? urls[0] : undefined;
  if (typeof version !== "string" || typeof url !== "string") return undefined;
  const [, hex] = typeof digest === "string" ? (/^(?:sha256:)?([0-9a-f]{64})$/i.exec(digest) ?? []) : [];
  return { version, url, ...(hex === undefined ? {} : { digest: `sha256:${hex.toLowerCase()}` }) };
}

function createdAt(item: unknown): number {
  const created = isRecord(item) && typeof item["created"] === "string" ? Date.parse(item["created"]) : Number.NaN;
  return Number.isNaN(created) ? 0 : created;
}

/** The entry of a version as it stands there, or the newest one in a range. */
export function findEntry(entries: readonly IndexEntry[], asked: string): IndexEntry | undefined {
  const exact = entries.find(({ version }) => version === asked);
  if (exact !== undefined) return exact;
  const range = parseRange(asked);
  const newest =
    range &&
    newestInRange(
      entries.map(({ version }) => version),
      range,
    );
  return entries.find(({ version }) => version === newest);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
