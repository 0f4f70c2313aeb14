import type { ContentFacts, ContentOfType } from "../../model/content-facts.ts";
import { bytesOfBase64 } from "../../model/keys/base64.ts";
import { isWrittenByOthers } from "../written-by-others.ts";
import { isObject, ownField } from "./data.ts";
import { oneOf } from "./show-value.ts";
import type { Walk } from "./walk.ts";

const KEY = /^[-._a-zA-Z0-9]+$/;
const LONGEST_KEY = 253;
const MOST_BYTES = 2 ** 20;

/** Reports what the API server would not take of texts and bytes by key. No message has a value in it. The walk stands at the object. */
export function checkContent(object: Readonly<Record<string, unknown>>, facts: ContentFacts, walk: Walk): void {
  const { texts, bytes, types } = facts;
  const fields = [bytes, texts].filter((field) => isObject(object[field]) && !walk.isUnknown(object[field]));
  let size = 0;
  for (const field of fields) {
    const map = Object(object[field]);
    for (const key of Object.keys(map)) {
      if (map[key] === undefined) continue;
      checkKey(key, field, facts, object, walk);
      size += sizeOf(map[key], [field, key], field === bytes, walk);
    }
  }
  const isSaid = walk.findings.some(({ code, severity }) => code === "metadata/size" && severity !== "warning");
  if (size > MOST_BYTES && !isSaid) {
    walk.report({
      code: "metadata/size",
      says: `holds more than 1 MiB under ${oneOf(fields)}, which the API server does not take`,
      hint: "split it into several objects",
    });
  }
  const type = ownField(object, "type");
  const ofType = typeof type === "string" && types && Object.hasOwn(types, type) ? types[type] : undefined;
  const { annotations } = Object(object["metadata"]);
  // What is merged into an object that exists lacks what that one has.
  if (ofType !== undefined && !isWrittenByOthers(annotations)) checkType(String(type), ofType, object, facts, walk);
}

function checkKey(
  key: string,
  field: string,
  { texts, bytes, isMerged }: ContentFacts,
  object: Readonly<Record<string, unknown>>,
  walk: Walk,
): void {
  if (walk.isUnknown(key)) return;
  if (!KEY.test(key) || key === "." || key.startsWith("..") || key.length > LONGEST_KEY) {
    walk.report(
      {
        code: "schema/pattern",
        says: "has a key that Kubernetes does not take",
        hint: `use letters, digits, "-", "_" and ".", at most ${LONGEST_KEY} of them, and none or one "." at the start`,
      },
      [field, key],
    );
  }
  const isTwice = isMerged !== true && field === texts && ownField(Object(object[bytes]), key) !== undefined;
  if (!isTwice) return;
  walk.report(
    { code: "schema/duplicate", says: `stands under ${bytes} too`, hint: "give each key once, under one of the two" },
    [field, key],
  );
}

/** The bytes that a value takes, at least. */
function sizeOf(value: unknown, path: readonly [string, string], isEncoded: boolean, walk: Walk): number {
  if (typeof value !== "string" || walk.isUnknown(value)) return 0;
  if (!isEncoded) return value.length;
  const bytes = bytesOfBase64(value);
  if (bytes !== undefined) return bytes.length;
  walk.report(
    {
      code: "schema/pattern",
      says: "is no base64, and the API server reads it as that",
      hint: `write it in base64, or ${path[0] === "data" ? "as it is under stringData" : "as it is under data"}`,
      blocking: true,
    },
    path,
  );
  return 0;
}

function checkType(
  type: string,
  { keys = [], oneOf: some = [], filled = [], json = [], annotation }: ContentOfType,
  object: Readonly<Record<string, unknown>>,
  { texts, bytes }: ContentFacts,
  walk: Walk,
): void {
  const maps = [object[bytes], object[texts]];
  // Keys that are filled in later may be any.
  if (maps.some((map) => map !== undefined && map !== null && (!isObject(map) || walk.isUnknown(map)))) return;
  const has = (key: string): boolean => maps.some((map) => ownField(Object(map), key) !== undefined);
  const missing = keys.filter((key) => !has(key));
  const wanted = some.length > 0 && !some.some(has) ? [oneOf(some)] : missing.map((key) => key);
  for (const key of wanted) {
    walk.report({
      code: "schema/required",
      says: `is of type ${type} and lacks ${key}`,
      hint: `add ${key} under ${texts}, or write another type`,
      isFillable: true,
    });
  }
  for (const key of filled) {
    if (isEmpty(maps, key)) report(key, "is empty", "give it its value");
  }
  for (const key of json) {
    const text = has(key) ? knownText(object, { texts, bytes }, key, walk) : undefined;
    if (text !== undefined && !isJsonMap(text))
      report(key, "is no JSON object", "write a JSON object there, as the type asks for");
  }
  if (annotation !== undefined && !annotationOf(object, annotation)) {
    walk.report(
      {
        code: "schema/required",
        says: `lacks ${annotation}, which an object of type ${type} needs`,
        hint: "add it, with the name of the ServiceAccount",
        isFillable: true,
      },
      ["metadata", "annotations"],
    );
  }

  function report(key: string, says: string, hint: string): void {
    const field = ownField(Object(object[texts]), key) === undefined ? bytes : texts;
    walk.report({ code: "schema/pattern", says, hint }, [field, key]);
  }
}

/** The text counts where both are there. */
function isEmpty([bytes, texts]: readonly unknown[], key: string): boolean {
  return (ownField(Object(texts), key) ?? ownField(Object(bytes), key)) === "";
}

function knownText(
  object: Readonly<Record<string, unknown>>,
  { texts, bytes }: Pick<ContentFacts, "texts" | "bytes">,
  key: string,
  walk: Walk,
): string | undefined {
  const text = ownField(Object(object[texts]), key);
  if (text !== undefined) return typeof text === "string" && !walk.isUnknown(text) ? text : undefined;
  const encoded = ownField(Object(object[bytes]), key);
  if (typeof encoded !== "string" || walk.isUnknown(encoded)) return undefined;
  const decoded = bytesOfBase64(encoded);
  const inside = decoded && new TextDecoder().decode(decoded);
  return inside === undefined || walk.isUnknown(inside) ? undefined : inside;
}

/** A map of JSON, or null, which counts as an empty one. */
function isJsonMap(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed === null || isObject(parsed);
  } catch {
    return false;
  }
}

function annotationOf({ metadata }: Readonly<Record<string, unknown>>, name: string): boolean {
  return Boolean(Object(Object(Object(metadata)["annotations"]))[name]);
}
