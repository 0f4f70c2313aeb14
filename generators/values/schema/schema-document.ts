import type { Json } from "../../../sdk/charts/chart-facts.ts";
import { type Draft, SUBSCHEMAS } from "./draft.ts";
import { entryOf, isJsonList, isJsonObject } from "./json-object.ts";
import { type Pointer, partAt, valueAt } from "./json-pointer.ts";
import { resolveReference, splitReference } from "./schema-reference.ts";

/** A document of schemas, and what can be referred to in it. */
export interface SchemaDocument {
  readonly url: string;
  readonly content: Json;
  /** The resource that a place belongs to. */
  resourceOf(pointer: Pointer): SchemaResource;
  /** The place that an address of this document means; `"elsewhere"` for other documents, `undefined` if nothing is there. */
  find(url: string, fragment: string): Pointer | "elsewhere" | undefined;
}

/** A document, or a part of one that has an `$id`: references in it are relative to that. */
export interface SchemaResource {
  readonly pointer: Pointer;
  readonly url: string;
  readonly draft: Draft;
  readonly anchors: Map<string, Pointer>;
  /** The anchors that `$dynamicRef` looks for. */
  readonly dynamicAnchors: Set<string>;
  /** It is where a `$recursiveRef` may lead. */
  readonly isRecursive: boolean;
}

/**
 * Reads a document as Helm's validator does.
 *
 * @param draftAt The draft of a schema, by what its `$schema` says; the second is that of what is around it.
 */
export function readDocument(
  url: string,
  content: Json,
  fallback: Draft,
  draftAt: (metaSchema: string, around: Draft) => Draft,
): SchemaDocument {
  const resources = new Map<Pointer, SchemaResource>();
  const visited = new Set<Pointer>();
  const whole = resourceAt("", url, content, fallback);
  visit(content, "", whole);
  return { url, content, resourceOf, find };

  function visit(schema: Json, pointer: Pointer, around: SchemaResource): void {
    if (visited.has(pointer)) return;
    visited.add(pointer);
    if (!isJsonObject(schema)) return;
    const resource = pointer === "" ? around : innerResource(schema, pointer, around);
    readAnchors(schema, pointer, resource);
    for (const [keyword, value] of Object.entries(schema)) {
      const { since, holds } = (Object.hasOwn(SUBSCHEMAS, keyword) ? SUBSCHEMAS[keyword] : undefined) ?? {};
      if (since === undefined || since > resource.draft) continue;
      if (holds !== "schema" && isJsonList(value))
        for (const [index, item] of value.entries()) visit(item, partAt(pointer, keyword, index), resource);
      else if (holds === "map" && isJsonObject(value))
        for (const [name, item] of Object.entries(value)) visit(item, partAt(pointer, keyword, name), resource);
      else visit(value, partAt(pointer, keyword), resource);
    }
  }

  /** A `$schema` counts where a resource starts, and nowhere else. */
  function innerResource(schema: Json, pointer: Pointer, around: SchemaResource): SchemaResource {
    const said = entryOf(schema, "$schema");
    const draft = typeof said === "string" ? draftAt(said, around.draft) : around.draft;
    const id = idOf(schema, draft) === undefined ? undefined : resolveReference(around.url, idOf(schema, draft) ?? "");
    return id === undefined ? around : resourceAt(pointer, id.url, schema, draft);
  }

  function resourceAt(pointer: Pointer, base: string, schema: Json, around: Draft): SchemaResource {
    const said = entryOf(schema, "$schema");
    const draft = typeof said === "string" ? draftAt(said, around) : around;
    const id = pointer === "" ? idOf(schema, draft) : undefined;
    const resource: SchemaResource = {
      pointer,
      url: (id === undefined ? undefined : resolveReference(base, id)?.url) ?? base,
      draft,
      anchors: new Map(),
      dynamicAnchors: new Set(),
      isRecursive: draft === 2019 && entryOf(schema, "$recursiveAnchor") === true,
    };
    resources.set(pointer, resource);
    return resource;
  }

  function resourceOf(pointer: Pointer): SchemaResource {
    for (let part = pointer; part !== ""; part = part.slice(0, part.lastIndexOf("/"))) {
      const resource = resources.get(part);
      if (resource !== undefined) return resource;
    }
    return whole;
  }

  function find(address: string, fragment: string): Pointer | "elsewhere" | undefined {
    const resource = address === url ? whole : [...resources.values()].find((known) => known.url === address);
    if (resource === undefined) return "elsewhere";
    if (fragment !== "" && !fragment.startsWith("/")) return resource.anchors.get(fragment);
    const pointer = resource.pointer + fragment;
    const schema = valueAt(content, pointer);
    // A reference may lead to where no keyword of JSON Schema does.
    if (schema !== undefined) visit(schema, pointer, resourceOf(pointer));
    return schema === undefined ? undefined : pointer;
  }
}

/** Before 2019, nothing counts beside a `$ref`. */
function idOf(schema: Json, draft: Draft): string | undefined {
  if (draft < 2019 && entryOf(schema, "$ref") !== undefined) return undefined;
  const id = entryOf(schema, draft === 4 ? "id" : "$id");
  const { address } = splitReference(typeof id === "string" ? id : "");
  return address === "" ? undefined : address;
}

function readAnchors(schema: Json, pointer: Pointer, { draft, anchors, dynamicAnchors }: SchemaResource): void {
  if (draft < 2019) {
    const id = entryOf(schema, "$ref") === undefined ? entryOf(schema, draft === 4 ? "id" : "$id") : undefined;
    const { fragment } = splitReference(typeof id === "string" ? id : "");
    if (fragment !== "" && !fragment.startsWith("/")) anchors.set(fragment, pointer);
    return;
  }
  const anchor = entryOf(schema, "$anchor");
  if (typeof anchor === "string") anchors.set(anchor, pointer);
  const dynamic = draft === 2020 ? entryOf(schema, "$dynamicAnchor") : undefined;
  if (typeof dynamic !== "string") return;
  anchors.set(dynamic, pointer);
  dynamicAnchors.add(dynamic);
}
