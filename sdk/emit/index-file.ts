import { compareText } from "../compile/order.ts";
import type { ResourceId } from "../model/identity.ts";
import { withUnixLineEnds } from "./line-ends.ts";
import { conflictSides, hasConflictMarks } from "./merge-conflict.ts";
import { isOutputPath } from "./output-path.ts";

/** Where the index of written files stands, from the output folder. It is committed. */
export const INDEX_PATH = ".sluice/index.json";

/** What an earlier build remembers of a file that it wrote. */
export interface IndexEntry {
  /** The digest of the text that was written, with line ends as `\n`, and without the values that image automation writes. */
  readonly digest: string;
  /** The clusters that the file belongs to, and what applies it in each. */
  readonly clusters: ReadonlyMap<string, readonly string[]>;
  /** Keys of the identities of its objects. */
  readonly objects: readonly string[];
  /** Those of the objects that do not let Flux delete them when they go. */
  readonly unpruned: readonly string[];
  /** Those of the objects that apply others, and delete none of them. */
  readonly keeping: readonly string[];
  /** Whether there are such values in it. */
  readonly hasImages?: boolean | undefined;
  /** Digests of other texts that are Sluice's too: a merge of two branches may have kept either. */
  readonly otherDigests?: readonly string[] | undefined;
}

/** The files that Sluice wrote, by their path from the output folder. */
export type Index = ReadonlyMap<string, IndexEntry>;

/** An index as it was found on disk. */
export type FoundIndex =
  | { readonly type: "absent" }
  | { readonly type: "read"; readonly index: Index }
  | { readonly type: "unreadable"; readonly reason: string };

const VERSION = 1;

/**
 * Prints the index: sorted, a line for each file, and a last line that is always the same, so that Git merges two branches
 * that each added files.
 */
export function printIndex(index: Index): string {
  const lines = [...index.keys()]
    .sort(compareText)
    .map((path) => `${JSON.stringify(path)}: ${printEntry(index.get(path))},\n`);
  return `{\n${lines.join("")}"version": ${VERSION}\n}\n`;
}

function printEntry(entry: IndexEntry | undefined): string {
  if (entry === undefined) return "null";
  const { digest, objects, unpruned, keeping } = entry;
  const clusters = Object.fromEntries([...entry.clusters].sort(([left], [right]) => compareText(left, right)));
  return JSON.stringify({
    digest,
    clusters,
    objects,
    ...(unpruned.length > 0 ? { unpruned } : {}),
    ...(keeping.length > 0 ? { keeping } : {}),
    ...(entry.hasImages ? { images: true } : {}),
  });
}

/**
 * Reads an index. One that holds anything unexpected is unreadable as a whole: half of it would be taken for all. Where two
 * branches that were merged changed the same lines, what either of them knew counts.
 */
export function readIndex(text: string): FoundIndex {
  return hasConflictMarks(text) ? readBothSides(withUnixLineEnds(text)) : readWhole(text);
}

function readBothSides(text: string): FoundIndex {
  const sides = conflictSides(text);
  if (sides === undefined) return { type: "unreadable", reason: "the marks of a merge conflict in it are not whole" };
  const [ours, theirs] = sides.map(readWhole);
  if (ours?.type !== "read") return ours ?? { type: "absent" };
  if (theirs?.type !== "read") return theirs ?? { type: "absent" };
  const index = new Map(ours.index);
  for (const [path, entry] of theirs.index) {
    const known = index.get(path);
    index.set(path, known === undefined ? entry : joinEntries(known, entry));
  }
  return { type: "read", index };
}

function joinEntries(left: IndexEntry, right: IndexEntry): IndexEntry {
  if (printEntry(left) === printEntry(right)) return left;
  const clusters = new Map(left.clusters);
  for (const [cluster, owners] of right.clusters)
    clusters.set(cluster, [...new Set([...(clusters.get(cluster) ?? []), ...owners])]);
  // Flux has applied what one of the branches said: the guard counts on the worse.
  const inBoth = (list: readonly string[], other: readonly string[]): readonly string[] =>
    list.filter((key) => other.includes(key));
  return {
    digest: left.digest,
    otherDigests: left.digest === right.digest ? undefined : [right.digest],
    clusters,
    objects: [...new Set([...left.objects, ...right.objects])],
    unpruned: inBoth(left.unpruned, right.unpruned),
    keeping: inBoth(left.keeping, right.keeping),
    ...(left.hasImages || right.hasImages ? { hasImages: true } : {}),
  };
}

function readWhole(text: string): FoundIndex {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { type: "unreadable", reason: "it is no JSON" };
  }
  if (!isRecord(data)) return { type: "unreadable", reason: "it is no JSON object" };
  const { version, ...files } = data;
  if (version !== VERSION) return { type: "unreadable", reason: `its version is not ${VERSION}` };
  const index = new Map<string, IndexEntry>();
  for (const [path, value] of Object.entries(files)) {
    const entry = isOutputPath(path) ? readEntry(value) : undefined;
    if (entry === undefined)
      return { type: "unreadable", reason: `the line of "${path}" is not one that Sluice writes` };
    index.set(path, entry);
  }
  return { type: "read", index };
}

function readEntry(value: unknown): IndexEntry | undefined {
  if (!isRecord(value)) return undefined;
  const { digest, clusters, objects, unpruned = [], keeping = [], images = false } = value;
  if (typeof digest !== "string" || !isRecord(clusters) || !isTextList(objects)) return undefined;
  if (!isTextList(unpruned) || !isTextList(keeping) || typeof images !== "boolean") return undefined;
  const owners = new Map<string, readonly string[]>();
  for (const [cluster, list] of Object.entries(clusters)) {
    if (!isTextList(list)) return undefined;
    owners.set(cluster, list);
  }
  return { digest, clusters: owners, objects, unpruned, keeping, ...(images ? { hasImages: true } : {}) };
}

/** The digests of the texts that Sluice wrote to a file, on one branch or on two. */
export function knownDigests({ digest, otherDigests = [] }: IndexEntry): readonly string[] {
  return [digest, ...otherDigests];
}

/** Gives back the identity that a key was made of. */
export function identityOfKey(key: string): ResourceId {
  const [group = "", kind = "", namespace = "", ...name] = key.split("/");
  return { group, kind, namespace: namespace === "" ? undefined : namespace, name: name.join("/") };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
