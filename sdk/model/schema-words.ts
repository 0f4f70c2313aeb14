import type { LeafSchema, ListSchema, MapSchema, ObjectSchema, Schema } from "./schema.ts";

/** Patterns that say more in words. */
const PATTERNS: Readonly<Record<string, string>> = {
  "^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$": "Units: `ms`, `s`, `m`, `h`.",
  "^([0-9]+(\\.[0-9]+)?(ms|s|m))+$": "Units: `ms`, `s`, `m`; no hours.",
  "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$": "Lower-case letters, digits and `-`.",
  "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$": "Lower-case letters, digits and `-`.",
  "^[a-z0-9]([a-z0-9_-]*[a-z0-9])?$": "Lower-case letters, digits, `-` and `_`.",
  "^[\\-._a-zA-Z0-9]+$": "Letters, digits, `-`, `_` and `.`.",
  "^([a-zA-Z0-9_\\-.\\\\\\/]|\\[[0-9]{1,5}\\])+$": "Letters, digits, `_`, `-`, `.`, `/` and indices such as `[0]`.",
  "^@([a-z0-9]([a-z0-9_-]*[a-z0-9])?)/(.*)$": "Form: `@alias/path`.",
  "^@([a-z0-9]([a-z0-9_-]*[a-z0-9])?)$": "Form: `@alias`.",
  "^@(artifact)/(.*)$": "Form: `@artifact/path`.",
  "^$|^[^+:]": "Starts with neither `+` nor `:`.",
};

/** The start of a URL, as CRDs have it: `^(http|https)://.*$`, `^https?://`, `^((http|oci)://.*){0,1}$`. */
const SCHEMES = /^\^(?:\(\()?\(?(?<names>[a-z|]+)(?<optional>s\?)?\)?:\/\/(?:\.\*)?(?:\)\{0,1\})?\$?$/;

/** What a place's facts demand of a value, in sentences: units, lengths, counts. Types, defaults and values are not among them. */
export function constraintWords(schema: Schema): readonly string[] {
  switch (schema.type) {
    case "array":
      return [...listWords(schema), ...constraintWords(schema.items)];
    case "map":
      return [...propertyWords(schema), ...constraintWords(schema.values)];
    case "object":
      return propertyWords(schema);
    case "opaque":
      return [];
    default:
      return leafWords(schema);
  }
}

function listWords({ minItems, maxItems, listType, keys, uniqueItems }: ListSchema): readonly string[] {
  const isSet = listType === "set" || uniqueItems === true;
  return [
    ...rangeWords(minItems, maxItems, "item"),
    ...(isSet ? ["Each item once."] : []),
    ...(listType === "map" && keys !== undefined ? [`Each ${keys.map(code).join(" and ")} once.`] : []),
  ];
}

function propertyWords({ minProperties, maxProperties }: ObjectSchema | MapSchema): readonly string[] {
  return rangeWords(minProperties, maxProperties, "entry");
}

function leafWords(schema: LeafSchema): readonly string[] {
  const { pattern, format, minLength, maxLength, multipleOf } = schema;
  return [
    ...(pattern === undefined ? [] : [patternWords(pattern)]),
    ...(format === undefined ? [] : [`Format: ${code(format)}.`]),
    ...(minLength === 1 && maxLength === undefined ? ["Not empty."] : rangeWords(minLength, maxLength, "character")),
    ...boundWords(schema),
    ...(multipleOf === undefined ? [] : [`A multiple of ${multipleOf}.`]),
  ];
}

function patternWords(pattern: string): string {
  const known = PATTERNS[pattern];
  if (known !== undefined) return known;
  const { names, optional } = SCHEMES.exec(pattern)?.groups ?? {};
  if (names === undefined) return `Pattern: ${code(pattern)}.`;
  const schemes = names.split("|").flatMap((name) => (optional === undefined ? [name] : [name, `${name}s`]));
  return `Starts with ${enumeration(schemes.map((scheme) => code(`${scheme}://`)))}.`;
}

function boundWords({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: LeafSchema): readonly string[] {
  return [
    ...(minimum === undefined ? [] : [exclusiveMinimum === true ? `More than ${minimum}.` : `At least ${minimum}.`]),
    ...(maximum === undefined ? [] : [exclusiveMaximum === true ? `Less than ${maximum}.` : `At most ${maximum}.`]),
  ];
}

function rangeWords(least: number | undefined, most: number | undefined, what: string): readonly string[] {
  const counted = (count: number): string => `${count} ${count === 1 ? what : plural(what)}`;
  if (least !== undefined && most !== undefined) return [`${least} to ${counted(most)}.`];
  if (least !== undefined) return [`At least ${counted(least)}.`];
  return most === undefined ? [] : [`At most ${counted(most)}.`];
}

function plural(word: string): string {
  return word.endsWith("y") ? `${word.slice(0, -1)}ies` : `${word}s`;
}

function enumeration(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function code(text: string): string {
  return `\`${text}\``;
}
