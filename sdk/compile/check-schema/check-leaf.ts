import { nearestWord } from "../../diagnostics/nearest-word.ts";
import type { FluxVersion } from "../../model/flux-version.ts";
import type { LeafSchema } from "../../model/schema.ts";
import { isInteger, numberCheck } from "./check-number.ts";
import { textCheck } from "./check-text.ts";
import { isOlder } from "./flux-range.ts";
import { PATTERN_WORDS } from "./pattern-words.ts";
import type { Settings } from "./settings.ts";
import { oneOf, showValue, typeOf } from "./show-value.ts";
import type { Check, Said, Walk } from "./walk.ts";

const WANTED: Readonly<Record<LeafSchema["type"], string>> = {
  string: "a string",
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
  "int-or-string": "a whole number or a string",
};

/** Makes the check of a scalar. */
export function leafCheck(schema: LeafSchema, settings: Settings): Check {
  const text = textCheck(schema, settings);
  const number = numberCheck(schema);
  const listed = enumCheck(schema, settings);
  const refuse = (value: unknown, walk: Walk): void => walk.fail(value, wrongType(value, schema, settings.isHidden));
  const rest: Check = (value, walk) => {
    if (typeof value === "string") text?.(value, walk);
    else if (typeof value === "number") number?.(value, walk);
    listed?.(value, walk);
  };
  const isPlain = text === undefined && number === undefined && listed === undefined;
  const fits = TYPES[schema.type];
  if (isPlain) {
    return (value, walk) => {
      if (!fits(value)) refuse(value, walk);
    };
  }
  return (value, walk) => {
    if (fits(value)) rest(value, walk);
    else refuse(value, walk);
  };
}

const TYPES: Readonly<Record<LeafSchema["type"], (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  integer: isInteger,
  number: Number.isFinite,
  "int-or-string": (value) => typeof value === "string" || isInteger(value),
};

/** What is said of a value of another type than its place has. */
export function wrongType(
  value: unknown,
  { type, pattern }: Pick<LeafSchema, "type" | "pattern">,
  isHidden: boolean,
): Said {
  const kind = typeOf(value);
  const isScalar = typeof value !== "object" || value === null;
  const shown = isScalar && value !== null && !isHidden ? `${showValue(value)}, ${kind}` : kind;
  const said = { code: "schema/type", says: `is ${shown}, and has to be ${WANTED[type]}`, blocking: true } as const;
  const takes = pattern === undefined ? undefined : PATTERN_WORDS.get(pattern)?.takes;
  if (takes !== undefined) return { ...said, hint: `write ${takes}` };
  if (!isScalar || value === null) return { ...said, hint: `write ${WANTED[type]}` };
  if (type === "string") return withSpelling(said, JSON.stringify(String(value)), "put it in quotes", isHidden);
  if (typeof value === "string" && isSpelled(value, type))
    return withSpelling(said, value, "leave the quotes out", isHidden);
  return { ...said, hint: `write ${WANTED[type]}` };
}

function withSpelling(said: Omit<Said, "hint">, spelling: string, how: string, isHidden: boolean): Said {
  return isHidden ? { ...said, hint: how } : { ...said, hint: `${how}: ${spelling}`, suggestion: spelling };
}

/** Says whether a text is a value of a type that was put in quotes. */
function isSpelled(text: string, type: LeafSchema["type"]): boolean {
  return type === "boolean" ? /^(true|false)$/.test(text) : /^-?\d{1,15}(\.\d{1,15})?$/.test(text) && type !== "string";
}

/** Makes the check that a value is one of those that there are. It takes no null, not even one that is listed. */
export function enumCheck(schema: LeafSchema, settings: Settings): Check | undefined {
  const { enum: values } = schema;
  if (values === undefined || values.length === 0 || schema.open) return undefined;
  const newer = new Map(
    (schema.newValues ?? [])
      .filter(({ since }) => isOlder(settings.flux, since))
      .map(({ value, since }) => [value, since]),
  );
  const known = new Set(values.filter((value) => !newer.has(value)));
  return (value, walk) => {
    if (known.has(value) && value !== null) return;
    const since = newer.get(value);
    if (since !== undefined && settings.flux !== undefined) walk.fail(value, newerValue(value, since, settings.flux));
    else walk.fail(value, enumProblem(value, [...known], settings));
  };
}

function newerValue(value: unknown, since: FluxVersion, flux: FluxVersion): Said {
  return {
    code: "version/value",
    says: `is ${showValue(value)}, which Flux knows from ${since} on, and this cluster runs ${flux}`,
    hint: `write another value, or upgrade the cluster to Flux ${since} and say so (flux: ${JSON.stringify(since)}, or --flux ${since})`,
    blocking: true,
  };
}

function enumProblem(value: unknown, known: readonly unknown[], { isHidden }: Settings): Said {
  const words = known.map((word) => showValue(word));
  const said = {
    code: "schema/enum",
    says: isHidden ? "is none of its values" : `is ${showValue(value)}, which is none of its values`,
    blocking: true,
  } as const;
  const texts = known.filter((word) => typeof word === "string");
  const nearest = typeof value === "string" && value.length < 100 ? nearestWord(value, texts) : undefined;
  if (nearest === undefined) return { ...said, hint: `write ${oneOf(words)}` };
  const others = known.length > 1 ? ` Its values are ${oneOf(words).replace(/ or (?=[^ ]*$)/, " and ")}` : "";
  return { ...said, hint: `did you mean ${showValue(nearest)}?${others}`, suggestion: nearest };
}
