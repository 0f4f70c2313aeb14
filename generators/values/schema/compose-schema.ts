import type { Json, JsonObject } from "../../../sdk/charts/chart-facts.ts";
import { isJsonList, isJsonObject } from "./json-object.ts";
import { type Pointer, partAt, valueAt } from "./json-pointer.ts";
import { nameTargets } from "./name-targets.ts";
import { plainKeywords, wordsOf } from "./plain-keywords.ts";
import type { SchemaDocument, SchemaResource } from "./schema-document.ts";
import { resolveReference } from "./schema-reference.ts";
import { dependencies, subschemas } from "./subschemas.ts";

/** What came of composing. Without a missing address and a lost reference, the schema is whole. */
export interface ComposedSchema {
  readonly schema: Json;
  /** Addresses of documents that are not there yet. */
  readonly missing: ReadonlySet<string>;
  /** References that lead nowhere, as they are written, and the documents that hold them. */
  readonly lost: readonly LostReference[];
}

/** A reference to nothing. */
export interface LostReference {
  readonly reference: string;
  readonly document: string;
}

/** A schema that something refers to. */
interface Place {
  readonly document: SchemaDocument;
  readonly pointer: Pointer;
}

/** Where dynamic references lead: of each anchor, to the one that was entered first. */
type Scope = ReadonlyMap<string, Place>;

interface Target extends Place {
  readonly scope: Scope;
}

/** The keywords whose reference depends on the way that leads to it. */
type Dynamic = "$dynamicRef" | "$recursiveRef";

/** The one anchor of draft 2019-09 has no name. */
const RECURSIVE = "#";

/**
 * Puts a schema and everything that it refers to into one, written in draft 2020-12: it means the same there as the parts do in their
 * own drafts. It has no other references than `#/$defs/NAME` and `#`, and a `format` is left only where Helm's validator asserts it.
 */
export function composeSchema(
  root: SchemaDocument,
  documentAt: (url: string) => SchemaDocument | undefined,
): ComposedSchema {
  const missing = new Set<string>();
  const lost: LostReference[] = [];
  const start = targetAt({ document: root, pointer: "" }, new Map());
  const rootKey = keyOf(start);
  const targets = new Map([[rootKey, start]]);
  const written = new Map<string, Json>();
  /** Schemas with a reference, which is written once the names are known. */
  const references: { readonly holder: { $ref: string }; readonly key: string }[] = [];

  // The map grows while it is read.
  for (const [key, target] of targets)
    written.set(key, write(valueAt(target.document.content, target.pointer) ?? true, target));

  const others = [...targets].filter(([key]) => key !== rootKey);
  const names = nameTargets(others.map(([key, { document, pointer }]) => ({ key, url: document.url, pointer })));
  for (const { holder, key } of references) holder.$ref = key === rootKey ? "#" : `#/$defs/${names.get(key)}`;
  const schema = written.get(rootKey) ?? true;
  if (!isJsonObject(schema) || names.size === 0) return { schema, missing, lost };
  const $defs = Object.fromEntries([...names].map(([key, name]) => [name, written.get(key) ?? true]));
  return { schema: { ...schema, $defs }, missing, lost };

  function write(schema: Json, { document, pointer, scope: around }: Target): Json {
    if (!isJsonObject(schema)) return schema !== false;
    const resource = document.resourceOf(pointer);
    const { draft } = resource;
    const scope = entered(around, document, resource);
    const refer = (keyword: "$ref" | Dynamic) => referenceOf(schema, keyword, document, resource, scope);
    const ref = refer("$ref");
    if (draft < 2019 && ref !== undefined) return referring(wordsOf(schema), ref);
    if (isJsonList(schema["enum"]) && schema["enum"].length === 0) return false;
    const dynamic = draft < 2019 ? undefined : refer(draft === 2019 ? "$recursiveRef" : "$dynamicRef");
    const part = (value: Json, ...keys: readonly (string | number)[]): Json =>
      write(value, { document, pointer: partAt(pointer, ...keys), scope });
    const { allOf, ...parts } = subschemas(schema, draft, part);
    const all = [
      ...(isJsonList(allOf) ? allOf : []),
      ...(ref !== undefined && dynamic !== undefined ? [referring({}, dynamic)] : []),
      ...dependencies(schema, part),
    ];
    const whole = { ...plainKeywords(schema, draft), ...parts, ...(all.length === 0 ? {} : { allOf: all }) };
    const key = ref ?? dynamic;
    return key === undefined ? whole : referring(whole, key);
  }

  function referring(schema: JsonObject, key: string): JsonObject {
    const holder = { $ref: "", ...schema };
    references.push({ holder, key });
    return holder;
  }

  /** The key of what a reference leads to. */
  function referenceOf(
    holder: JsonObject,
    keyword: "$ref" | Dynamic,
    document: SchemaDocument,
    resource: SchemaResource,
    scope: Scope,
  ): string | undefined {
    const reference = holder[keyword];
    if (typeof reference !== "string") return undefined;
    const address = resolveReference(resource.url, reference);
    const place = address === undefined ? undefined : placeOf(address, document);
    if (place === "missing") return undefined;
    if (place === undefined || address === undefined) {
      lost.push({ reference, document: document.url });
      return undefined;
    }
    const dynamic = keyword === "$ref" ? undefined : dynamicPlace(place, address.fragment, keyword, scope);
    const target = targetAt(dynamic ?? place, scope);
    const key = keyOf(target);
    if (!targets.has(key)) targets.set(key, target);
    return key;
  }

  function placeOf(
    { url, fragment }: { readonly url: string; readonly fragment: string },
    document: SchemaDocument,
  ): Place | "missing" | undefined {
    const here = document.find(url, fragment);
    if (here !== "elsewhere") return here === undefined ? undefined : { document, pointer: here };
    const other = documentAt(url);
    if (other === undefined) {
      missing.add(url);
      return "missing";
    }
    const pointer = other.find(other.url, fragment);
    return pointer === undefined ? undefined : { document: other, pointer };
  }
}

function dynamicPlace({ document, pointer }: Place, anchor: string, keyword: Dynamic, scope: Scope): Place | undefined {
  const resource = document.resourceOf(pointer);
  if (keyword === "$recursiveRef")
    return resource.isRecursive && resource.pointer === pointer ? scope.get(RECURSIVE) : undefined;
  return resource.dynamicAnchors.has(anchor) ? scope.get(anchor) : undefined;
}

function targetAt(place: Place, scope: Scope): Target {
  const { document, pointer } = place;
  return { document, pointer, scope: entered(scope, document, document.resourceOf(pointer)) };
}

/** Going into a resource adds its dynamic anchors, where nothing around it has one of that name. */
function entered(scope: Scope, document: SchemaDocument, resource: SchemaResource): Scope {
  const anchors = new Map([...resource.dynamicAnchors].map((name) => [name, resource.anchors.get(name)]));
  if (resource.isRecursive) anchors.set(RECURSIVE, resource.pointer);
  const added = [...anchors].flatMap(([name, pointer]): [string, Place][] =>
    scope.has(name) || pointer === undefined ? [] : [[name, { document, pointer }]],
  );
  return added.length === 0 ? scope : new Map([...scope, ...added]);
}

function keyOf({ document, pointer, scope }: Target): string {
  const anchors = [...scope].map(([name, place]) => [name, place.document.url, place.pointer]).sort();
  return JSON.stringify([document.url, pointer, ...anchors]);
}
