import { floatText, readInteger } from "./go-number.ts";
import { timeText } from "./go-time.ts";
import type { ScalarType, SopsScalar } from "./tree.ts";

/** A value that Go's parser reads and SOPS stops at. */
export interface UnreadableScalar {
  readonly type: "unreadable";
  readonly reason: string;
}

const NULL: SopsScalar = { type: "null", text: "" };

const WORDS: ReadonlyMap<string, SopsScalar> = new Map([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, NULL] as const),
  ...["true", "True", "TRUE"].map((word) => [word, { type: "bool", text: "True" }] as const),
  ...["false", "False", "FALSE"].map((word) => [word, { type: "bool", text: "False" }] as const),
  ...[".nan", ".NaN", ".NAN"].map((word) => [word, { type: "float", text: "NaN" }] as const),
  ...[".inf", ".Inf", ".INF"].flatMap((word) =>
    [word, `+${word}`].map((signed) => [signed, { type: "float", text: "+Inf" }] as const),
  ),
  ...["-.inf", "-.Inf", "-.INF"].map((word) => [word, { type: "float", text: "-Inf" }] as const),
]);

const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

/** Says what a scalar without quotes is to SOPS, which reads YAML with Go's parser: neither all of YAML 1.1 nor of 1.2. */
export function plainScalar(text: string): SopsScalar | UnreadableScalar {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (/^[-+\d]/.test(text)) {
    const time = timeText(text);
    if (time !== undefined) return { type: "time", text: time };
    const number = numberOf(text.replaceAll("_", ""));
    if (number !== undefined) return number;
  }
  // In a number that starts with its dot, underscores may only stand between digits.
  const isDotted = text.startsWith(".") && !/_(?!\d)|\D_/.test(text);
  return (isDotted ? floatOf(text.replaceAll("_", "")) : undefined) ?? { type: "str", text };
}

/** The types that tags ask for. */
const TAGS: ReadonlyMap<string, ScalarType> = new Map([
  ["!!null", "null"],
  ["!!bool", "bool"],
  ["!!int", "int"],
  ["!!float", "float"],
  ["!!timestamp", "time"],
]);

/** Says what a scalar with a tag is. Like SOPS, which goes on with nothing where the tag does not fit. */
export function taggedScalar(tag: string, text: string): SopsScalar | UnreadableScalar {
  if (tag === "!!binary") return binary(text);
  const type = TAGS.get(tag);
  if (type === undefined) return { type: "str", text };
  const found = plainScalar(text);
  if (found.type === "int" && type === "float") return { type: "float", text: floatText(Number(found.text)) };
  return found.type === "unreadable" || found.type === type ? found : NULL;
}

function numberOf(text: string): SopsScalar | UnreadableScalar | undefined {
  const integer = readInteger(text);
  if (integer?.isTooLarge)
    return { type: "unreadable", reason: "a whole number of 2^63 or more, which SOPS does not take" };
  return integer ? { type: "int", text: integer.text } : floatOf(text);
}

function floatOf(text: string): SopsScalar | undefined {
  const value = Number(text);
  // Beyond the largest float, Go's parser takes it for a text.
  return FLOAT.test(text) && Number.isFinite(value) ? { type: "float", text: floatText(value) } : undefined;
}

function binary(text: string): SopsScalar {
  const compact = text.replace(/\s/g, "");
  if (!/^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(compact)) return NULL;
  return scalarOfBytes(Uint8Array.from(atob(compact), (character) => character.charCodeAt(0)));
}

/** The text that bytes are. */
export function scalarOfBytes(bytes: Uint8Array): SopsScalar {
  try {
    return { type: "str", text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { type: "str", text: new TextDecoder().decode(bytes), bytes: Uint8Array.from(bytes) };
  }
}
