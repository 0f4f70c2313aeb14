import type { Document, ParsedNode, Scalar } from "yaml";
import { type FoundImage, type FoundText, objectKey } from "../../emit/found-text.ts";
import { withMarkers } from "../../emit/images.ts";
import { commentLines } from "../../emit/yaml/comment-lines.ts";
import { emitYaml } from "../../emit/yaml/emit-yaml.ts";
import { isPlainObject } from "../../model/copy.ts";
import type { FieldPath } from "../../model/field-path.ts";
import { MARKER_KEY, readMarker } from "../../model/from-policy.ts";

/** Reads texts that image automation may have written to; `undefined` for one without markers, and for one that is no YAML. */
export type ImageTexts = (text: string) => FoundText | undefined;

type Yaml = typeof import("yaml");

/** Loads what reads texts with markers. Each text is read once. */
export async function imageTexts(): Promise<ImageTexts> {
  const yaml = await import("yaml");
  const known = new Map<string, FoundText | undefined>();
  return (text) => {
    if (!text.includes(MARKER_KEY)) return undefined;
    if (!known.has(text)) known.set(text, readText(text, yaml));
    return known.get(text);
  };
}

function readText(text: string, yaml: Yaml): FoundText | undefined {
  const documents: ReadDocument[] = [];
  for (const document of yaml.parseAllDocuments(text, { logLevel: "silent" })) {
    const read = readDocument(document, yaml);
    if (read === undefined) return undefined;
    documents.push(read);
  }
  const images = documents.flatMap((document) => document.images);
  if (images.length === 0 || !documents.every(({ isOurs }) => isOurs)) {
    return { text: undefined, masked: undefined, images };
  }
  return { text: print(documents), masked: print(documents.map(withoutVersions)), images };
}

interface ReadDocument {
  readonly data: object;
  readonly images: readonly FoundImage[];
  readonly comments: readonly string[];
  /** Whether it holds nothing that Sluice would not write. */
  readonly isOurs: boolean;
}

function print(documents: readonly ReadDocument[]): string {
  return documents
    .map(({ comments, data, images }) => commentLines(comments) + emitYaml(withMarkers(data, images)))
    .join("---\n");
}

function withoutVersions(document: ReadDocument): ReadDocument {
  return { ...document, images: document.images.map((image) => ({ ...image, value: "" })) };
}

function readDocument(document: Document.Parsed, yaml: Yaml): ReadDocument | undefined {
  if (document.errors.length > 0) return undefined;
  let data: unknown;
  try {
    data = document.toJS();
  } catch {
    return undefined;
  }
  if (typeof data !== "object" || data === null || !isPlainObject(data)) return undefined;
  const object = objectKey(data);
  const reader = new NodeReader(yaml);
  reader.read(document.contents, [], true);
  const { images, comments, isOurs } = reader;
  return {
    data,
    images: images.map((image) => ({ object, ...image })),
    comments: [...lines(document.commentBefore), ...comments],
    isOurs: isOurs && !document.comment,
  };
}

/** Finds the comments of a document: those above it, those that are markers, and others. */
class NodeReader {
  readonly images: Omit<FoundImage, "object">[] = [];
  readonly comments: string[] = [];
  isOurs = true;
  readonly #yaml: Yaml;

  constructor(yaml: Yaml) {
    this.#yaml = yaml;
  }

  /** @param isFirst Whether nothing of the document stands before the node, so that comments before it are above the object. */
  read(node: ParsedNode | null, path: FieldPath, isFirst: boolean): void {
    if (node === null) return;
    if (isFirst) this.comments.push(...lines(node.commentBefore));
    else if (node.commentBefore) this.isOurs = false;
    const { isMap, isSeq, isScalar } = this.#yaml;
    // An anchor or a tag says more than the data does.
    if (("anchor" in node && node.anchor) || (node.tag !== undefined && !node.tag.startsWith("tag:yaml.org,2002:")))
      this.isOurs = false;
    if (isScalar(node)) {
      this.#readScalar(node, path);
      return;
    }
    if (node.comment) this.isOurs = false;
    if (isMap(node)) {
      for (const [position, { key, value }] of node.items.entries()) {
        this.read(key, [], isFirst && position === 0);
        this.read(value, [...path, isScalar(key) ? String(key.value) : ""], false);
      }
    } else if (isSeq(node)) {
      for (const [position, item] of node.items.entries()) this.read(item, [...path, position], false);
    } else {
      this.isOurs = false;
    }
  }

  #readScalar(node: Scalar.Parsed, path: FieldPath): void {
    if (!node.comment) return;
    const marker = readMarker(node.comment);
    if (marker === undefined || path.length === 0) this.isOurs = false;
    else this.images.push({ path, marker, value: textOf(node) });
  }
}

/** Image automation writes texts, also those that look like numbers. */
function textOf({ type, source, value }: Scalar.Parsed): string {
  return type === "PLAIN" ? source : String(value);
}

function lines(comment: string | null | undefined): readonly string[] {
  return comment ? comment.split("\n").map((line) => line.replace(/^ /, "")) : [];
}
