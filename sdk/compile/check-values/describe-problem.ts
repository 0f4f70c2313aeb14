import type { SchemaProblem } from "../../charts/schema-problem.ts";
import { nearestWord } from "../../diagnostics/nearest-word.ts";
import { oneOf, showValue, typeOf } from "../check-schema/show-value.ts";

/** What is said of a value: behind its place, and what to write instead. */
export interface Description {
  readonly says: string;
  readonly hint: string;
}

/**
 * Says what is wrong with a value.
 *
 * @param value The value, or what holds the missing key.
 * @param chart What the schema belongs to: `podinfo 6.9.1`.
 * @param show Prints a value, or hides it.
 */
export function describeProblem(
  { keyword, schema, keys = [], alternatives }: SchemaProblem,
  value: unknown,
  chart: string,
  show: (value: unknown) => string = showValue,
): Description {
  const wanted = schema[keyword];
  const is = `is ${show(value)}, and ${chart} takes`;
  switch (keyword) {
    case "type":
      return { says: `${is} ${oneOf(typeNames(wanted))}`, hint: otherType(typesOf(wanted), value, show) };
    case "enum":
    case "const": {
      const items: readonly unknown[] = keyword === "const" ? [wanted] : Array.isArray(wanted) ? wanted : [];
      return ofItems(items, value, is);
    }
    case "required":
    case "dependentRequired":
    case "dependencies": {
      const missing = quoted(keys);
      return { says: `lacks ${missing}, which ${chart} needs`, hint: `give ${missing}` };
    }
    case "false":
      return surplus(keys[0] ?? "", schema, chart);
    case "pattern":
      return {
        says: `${is} only texts that match ${shortened(String(schema["$pattern"]))}`,
        hint: "write a text that matches",
      };
    case "minimum":
      return atMost(is, `${wanted} or more`);
    case "maximum":
      return atMost(is, `${wanted} or less`);
    case "exclusiveMinimum":
      return atMost(is, `more than ${wanted}`);
    case "exclusiveMaximum":
      return atMost(is, `less than ${wanted}`);
    case "multipleOf":
      return atMost(is, `multiples of ${wanted}`);
    case "minLength":
      return atMost(is, wanted === 1 ? "no empty text" : `${wanted} characters or more`);
    case "maxLength":
      return atMost(is, `${wanted} characters or less`);
    case "minItems":
      return counted(value, chart, `${wanted} items or more`);
    case "maxItems":
      return counted(value, chart, `${wanted} items or less`);
    case "minProperties":
      return counted(value, chart, `${wanted} keys or more`);
    case "maxProperties":
      return counted(value, chart, `${wanted} keys or less`);
    case "uniqueItems":
      return { says: `holds an item twice, and ${chart} takes each once`, hint: "leave the second one out" };
    case "propertyNames":
      return { says: `has the key ${quoted(keys)}, which ${chart} does not take`, hint: "name it otherwise" };
    case "anyOf":
    case "oneOf":
      return alternatives === undefined
        ? severalFit(schema[keyword], chart)
        : noneFits(alternatives, value, chart, show);
    case "not":
      return forbidden(wanted, value, chart, show);
    default:
      return {
        says: `is not what the schema of ${chart} takes`,
        hint: "see `sluice explain values` for what it takes",
      };
  }
}

function atMost(is: string, wanted: string): Description {
  return { says: `${is} ${wanted}`, hint: `write ${wanted}` };
}

function counted(value: unknown, chart: string, wanted: string): Description {
  const count = Array.isArray(value) ? value.length : Object.keys(Object(value)).length;
  return { says: `has ${count}, and ${chart} takes ${wanted}`, hint: `give it ${wanted}` };
}

const NAMES: ReadonlyMap<unknown, string> = new Map([
  ["string", "a string"],
  ["integer", "a whole number"],
  ["number", "a number"],
  ["boolean", "a boolean"],
  ["object", "an object"],
  ["array", "a list"],
  ["null", "null"],
]);

function typesOf(type: unknown): readonly unknown[] {
  return Array.isArray(type) ? type : [type];
}

function typeNames(type: unknown): readonly string[] {
  return typesOf(type).map((name) => NAMES.get(name) ?? String(name));
}

/** How a value is written as another type. */
function otherType(types: readonly unknown[], value: unknown, show: (value: unknown) => string): string {
  const takesText = types.includes("string");
  if (takesText && (typeof value === "number" || typeof value === "boolean"))
    return `write it in quotes: ${show(String(value))}`;
  const isNumber = typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
  if (isNumber && (types.includes("number") || (types.includes("integer") && Number.isInteger(Number(value)))))
    return "leave the quotes out";
  if (types.includes("boolean") && typeof value === "string" && /^(?:true|false)$/i.test(value))
    return "leave the quotes out";
  if (value === null) return "leave it out, or give it a value";
  return `write ${oneOf(typeNames(types))}`;
}

function ofItems(items: readonly unknown[], value: unknown, is: string): Description {
  const shown = items.map(showValue);
  const texts = items.filter((item) => typeof item === "string");
  const nearest = typeof value === "string" && value.length < LONGEST_WORD ? nearestWord(value, texts) : undefined;
  const says = `${is} ${items.length === 1 ? "only " : ""}${oneOf(shown, MOST_SHOWN)}`;
  if (nearest !== undefined) return { says, hint: `did you mean ${JSON.stringify(nearest)}?` };
  return { says, hint: items.length === 1 ? `write ${shown.join("")}` : "write one of them" };
}

/** Longer than any key, and long enough to keep the search for the nearest word busy. */
const LONGEST_WORD = 80;
/** As many as a reader takes in. */
const MOST_SHOWN = 12;

/** A key that a chart does not know. */
function surplus(key: string, schema: Readonly<Record<string, unknown>>, chart: string): Description {
  const known = Object.keys(Object(schema["properties"]));
  return { says: `is no value of ${chart}`, hint: meantKey(key, known) };
}

/** Which key was meant, or which there are. */
export function meantKey(key: string, known: readonly string[]): string {
  const nearest = key.length < LONGEST_WORD ? nearestWord(key, known) : undefined;
  if (nearest !== undefined) return `did you mean ${JSON.stringify(nearest)}?`;
  return known.length === 0 || known.length > MOST_SHOWN
    ? "leave it out"
    : `leave it out; there are ${known.join(", ")}`;
}

function quoted(keys: readonly string[]): string {
  const shown = keys.length > MOST_SHOWN ? [...keys.slice(0, MOST_SHOWN), "…"] : keys;
  const words = shown.map((key) => (key === "…" ? key : JSON.stringify(key)));
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** Several alternatives fit, of which one may. */
function severalFit(listed: unknown, chart: string): Description {
  const keys = (Array.isArray(listed) ? listed : []).flatMap((part) => Object(part)["required"] ?? []).map(String);
  const says = `fits several alternatives of ${chart}, which takes one`;
  return {
    says,
    hint: keys.length > 1 ? `give only one of ${quoted([...new Set(keys)])}` : "leave out what belongs to the others",
  };
}

/** No alternative fits: what they ask for together, where all judge the value itself, else what the nearest asks for. */
function noneFits(
  alternatives: readonly (readonly SchemaProblem[])[],
  value: unknown,
  chart: string,
  show: (value: unknown) => string,
): Description {
  const firsts = alternatives.flatMap((problems) => problems.slice(0, 1));
  if (firsts.every(({ keyword }) => keyword === "type")) {
    const type = [...new Set(firsts.flatMap(({ schema }) => typesOf(schema["type"])))];
    return describe("type", { type }, value, chart, show);
  }
  if (firsts.every(({ keyword }) => keyword === "const" || keyword === "enum")) {
    const items = firsts.flatMap(({ keyword, schema }) => (keyword === "const" ? [schema["const"]] : schema["enum"]));
    return describe("enum", { enum: items }, value, chart, show);
  }
  if (firsts.every(({ keyword }) => keyword === "required")) {
    const keys = oneOf(firsts.map(({ keys = [] }) => quoted(keys)));
    return { says: `lacks ${keys}, of which ${chart} needs one`, hint: `give ${keys}` };
  }
  return {
    says: `is ${typeOf(value)} that fits no alternative of ${chart}`,
    hint: firsts
      .map((problem) => describeProblem(problem, value, "it", show).says)
      .slice(0, 3)
      .join("; or "),
  };
}

function describe(
  keyword: string,
  schema: Readonly<Record<string, unknown>>,
  value: unknown,
  chart: string,
  show: (value: unknown) => string,
): Description {
  return describeProblem({ keyword, path: [], schema }, value, chart, show);
}

function forbidden(not: unknown, value: unknown, chart: string, show: (value: unknown) => string): Description {
  const required: unknown = Object(not)["required"];
  if (!Array.isArray(required))
    return { says: `is ${show(value)}, which ${chart} does not take`, hint: "write something else" };
  const keys = required.map(String);
  if (keys.length === 1)
    return { says: `has ${quoted(keys)}, which ${chart} does not take here`, hint: `leave ${quoted(keys)} out` };
  return { says: `has ${quoted(keys)}, which ${chart} does not take together`, hint: "leave one of them out" };
}
