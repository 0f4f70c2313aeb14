import type { Narrowing } from "../../model/schema.ts";
import { canonicalJson } from "./canonical-json.ts";
import { isInteger } from "./check-number.ts";
import { isObject } from "./data.ts";
import { formatCheck } from "./formats.ts";
import { matcherOf, type PatternEngine } from "./patterns.ts";

/** What a value is to a schema in JSON's words: right, wrong, or so wrong that the API server looks at no rules. */
export type Fit = "right" | "wrong" | "blocking";

/** Judges a complete value. */
export type Judge = (value: unknown) => Fit;

/** Makes the judge of a schema in JSON's words. `undefined` where it says something that is not understood: nothing is guessed. */
export function judgeOf(narrowing: Narrowing, engine: PatternEngine | undefined): Judge | undefined {
  const judges: Judge[] = [];
  for (const [word, content] of Object.entries(narrowing)) {
    const judge = judgeOfWord(word, content, narrowing, engine);
    if (judge === undefined) return undefined;
    judges.push(judge);
  }
  return (value) => worst(judges.map((judge) => judge(value)));
}

function worst(fits: readonly Fit[]): Fit {
  if (fits.includes("blocking")) return "blocking";
  return fits.includes("wrong") ? "wrong" : "right";
}

function judgeOfWord(
  word: string,
  content: unknown,
  { exclusiveMinimum, exclusiveMaximum }: Narrowing,
  engine: PatternEngine | undefined,
): Judge | undefined {
  switch (word) {
    case "type":
      return (value) => (isOfType(value, content) ? "right" : "blocking");
    case "required": {
      const names = textsOf(content);
      return names && ofObject((object) => names.every((name) => Object.hasOwn(object, name)), "blocking");
    }
    case "properties":
      return propertiesJudge(content, engine);
    case "items": {
      const item = isObject(content) ? judgeOf(content, engine) : undefined;
      return item && ((value) => (Array.isArray(value) ? worst(value.map(item)) : "right"));
    }
    case "enum": {
      const values = Array.isArray(content) ? new Set(content.map(canonicalJson)) : undefined;
      return values && ((value) => (values.has(canonicalJson(value)) ? "right" : "blocking"));
    }
    case "pattern": {
      const matches = typeof content === "string" ? matcherOf(content, engine) : undefined;
      return matches && ofText(matches, "wrong");
    }
    case "format": {
      const check = typeof content === "string" ? formatCheck(content) : undefined;
      return check ? ofText(check.accepts, "blocking") : () => "right";
    }
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return typeof content === "boolean" ? () => "right" : undefined;
    case "allOf":
    case "anyOf":
    case "oneOf":
      return combinedJudge(word, content, engine);
    case "not": {
      const judge = isObject(content) ? judgeOf(content, engine) : undefined;
      return judge && ((value) => (judge(value) === "right" ? "wrong" : "right"));
    }
    default:
      return typeof content === "number"
        ? numberJudge(word, content, exclusiveMinimum === true, exclusiveMaximum === true)
        : undefined;
  }
}

function numberJudge(word: string, bound: number, isAbove: boolean, isBelow: boolean): Judge | undefined {
  switch (word) {
    case "minLength":
      return ofText((text) => [...text].length >= bound, "wrong");
    case "maxLength":
      return ofText((text) => [...text].length <= bound, "blocking");
    case "minItems":
      return (value) => (!Array.isArray(value) || value.length >= bound ? "right" : "wrong");
    case "maxItems":
      return (value) => (!Array.isArray(value) || value.length <= bound ? "right" : "blocking");
    case "minProperties":
      return ofObject((object) => Object.keys(object).length >= bound, "wrong");
    case "maxProperties":
      return ofObject((object) => Object.keys(object).length <= bound, "blocking");
    case "minimum":
      return (value) => (typeof value !== "number" || (isAbove ? value > bound : value >= bound) ? "right" : "wrong");
    case "maximum":
      return (value) => (typeof value !== "number" || (isBelow ? value < bound : value <= bound) ? "right" : "wrong");
    case "multipleOf":
      return (value) => (typeof value !== "number" || Number.isInteger(value / bound) ? "right" : "wrong");
    default:
      return undefined;
  }
}

function propertiesJudge(content: unknown, engine: PatternEngine | undefined): Judge | undefined {
  if (!isObject(content)) return undefined;
  const judges = new Map<string, Judge>();
  for (const [name, narrowing] of Object.entries(content)) {
    const judge = isObject(narrowing) ? judgeOf(narrowing, engine) : undefined;
    if (judge === undefined) return undefined;
    judges.set(name, judge);
  }
  return (value) => {
    if (!isObject(value)) return "right";
    return worst([...judges].map(([name, judge]) => (Object.hasOwn(value, name) ? judge(value[name]) : "right")));
  };
}

/** Judges by several schemas in JSON's words. */
export function combinedJudge(
  how: "allOf" | "anyOf" | "oneOf",
  narrowings: unknown,
  engine: PatternEngine | undefined,
): Judge | undefined {
  if (!Array.isArray(narrowings)) return undefined;
  const judges = narrowings.map((narrowing: unknown) => (isObject(narrowing) ? judgeOf(narrowing, engine) : undefined));
  const known = judges.filter((judge) => judge !== undefined);
  if (known.length < judges.length) return undefined;
  return (value) => {
    const fits = known.map((judge) => judge(value));
    if (how === "allOf") return worst(fits);
    const right = fits.filter((fit) => fit === "right").length;
    if (how === "anyOf" ? right > 0 : right === 1) return "right";
    // What the API server found wrong in the nearest of them counts too.
    return right === 0 && fits.every((fit) => fit === "blocking") ? "blocking" : "wrong";
  };
}

function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case "integer":
      return isInteger(value);
    case "number":
      return Number.isFinite(value);
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    default:
      return typeof value === type;
  }
}

function ofText(holds: (text: string) => boolean, otherwise: Fit): Judge {
  return (value) => (typeof value !== "string" || holds(value) ? "right" : otherwise);
}

function ofObject(holds: (object: Readonly<Record<string, unknown>>) => boolean, otherwise: Fit): Judge {
  return (value) => (!isObject(value) || holds(value) ? "right" : otherwise);
}

function textsOf(content: unknown): readonly string[] | undefined {
  return Array.isArray(content) && content.every((text) => typeof text === "string") ? content : undefined;
}
