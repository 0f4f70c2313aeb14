import type { Json, JsonObject } from "../../../sdk/charts/chart-facts.ts";
import { type KnownValue, knownAt, knownValue } from "../known-value.ts";
import { readComment } from "./comment-text.ts";
import { findCommentedKeys } from "./commented-keys.ts";
import { commentAbove, commentBehind } from "./comments.ts";
import { type GoDocument, readGoYaml } from "./go-yaml.ts";
import { findKeyLines, type KeyLine } from "./key-lines.ts";
import { readParameters } from "./parameters.ts";
import { readValuePath } from "./value-path.ts";

/** A chart's default values and what its author says of them. */
export interface Defaults {
  readonly data: JsonObject;
  readonly known: KnownValue;
}

/** Reads the text of a `values.yaml`. What is wrong with it comes as a text: `line 3 is no YAML`. */
export function readDefaults(text: string): Defaults | { readonly problem: string } {
  const read = readGoYaml(text);
  const [error] = read.document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line;
    return { problem: line === undefined ? "it is no YAML" : `line ${line} is no YAML` };
  }
  const data = dataOf(read);
  if (data === undefined) return { problem: "an alias in it has no anchor, or stands for too much" };
  if (data !== null && !isObject(data)) return { problem: "it holds no keys and values" };
  const known = fromData(data ?? {});
  const lines = text.split(/\r?\n/);
  const keys = findKeyLines(read);
  for (const key of keys) addComment(known, key, lines);
  for (const { path, text: words, modifiers } of readParameters(text)) {
    const keyPath = readValuePath(path);
    if (keyPath === undefined) continue;
    const value = knownAt(known, keyPath);
    if (words !== "") value.docs = { text: words };
    if (modifiers.includes("object") && value.fields.size === 0) value.isOpen = true;
  }
  for (const path of findCommentedKeys(lines, keys)) {
    const value = knownAt(known, path);
    if (value.default === undefined && value.fields.size === 0) value.isAny = true;
  }
  return { data: data ?? {}, known };
}

function addComment(known: KnownValue, key: KeyLine, lines: readonly string[]): void {
  const { docs, path } = readComment(commentAbove(lines, key));
  // The older way of helm-docs names the key, from the top.
  const named = path === undefined ? undefined : readValuePath(path);
  const value = knownAt(known, named ?? key.path);
  value.docs ??= docs;
  const behind = commentBehind(lines, key);
  const own = knownAt(known, key.path);
  if (behind !== undefined) own.docs ??= { text: behind };
}

/** What is known of values that are only data. */
function fromData(data: Json): KnownValue {
  const known = knownValue();
  known.default = data;
  if (isObject(data)) {
    for (const [name, value] of Object.entries(data)) known.fields.set(name, fromData(value));
  }
  return known;
}

/** Values are handed on as JSON, which has no numbers without an end. */
function dataOf({ document }: GoDocument): Json | undefined {
  try {
    const data: unknown = document.toJS();
    return data === undefined ? null : JSON.parse(JSON.stringify(data));
  } catch {
    return undefined;
  }
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
