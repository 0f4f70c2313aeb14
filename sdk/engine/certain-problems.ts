import type { Schema } from "@cfworker/json-schema";
import type { SchemaProblem } from "../charts/schema-problem.ts";
import type { Known } from "./json-schema.ts";
import type { PlainSchema, SchemaPart } from "./plain-schema.ts";
import type { FoundProblem } from "./problem-tree.ts";

type Location = Pick<FoundProblem, "path" | "location">;

/** Keywords whose verdict depends on all of a value, and on all that the schema says of it. */
const WHOLE: ReadonlySet<string> = new Set([
  "not",
  "if",
  "contains",
  "minContains",
  "maxContains",
  "unevaluatedProperties",
  "unevaluatedItems",
]);

/** Keywords of which all that counts is what is wrong with parts. */
const THROUGH: ReadonlySet<string> = new Set([
  "$ref",
  "allOf",
  "if",
  "properties",
  "patternProperties",
  "additionalProperties",
  "unevaluatedProperties",
  "items",
  "prefixItems",
  "additionalItems",
  "unevaluatedItems",
  "dependentSchemas",
]);

/** Chooses what is wrong whatever the values are that are not known. */
export class CertainProblems {
  readonly #schema: PlainSchema;
  readonly #lookup: Readonly<Record<string, Schema | boolean>>;
  readonly #instance: unknown;
  readonly #known: Known;

  constructor(
    schema: PlainSchema,
    lookup: Readonly<Record<string, Schema | boolean>>,
    instance: unknown,
    known: Known,
  ) {
    this.#schema = schema;
    this.#lookup = lookup;
    this.#instance = instance;
    this.#known = known;
  }

  among(found: readonly FoundProblem[]): readonly SchemaProblem[] {
    return found.flatMap((problem) => this.#certain(problem));
  }

  #certain(found: FoundProblem): readonly SchemaProblem[] {
    const { keyword, path, location, children } = found;
    const holder = this.#partAt(location.slice(0, -1));
    if (this.#schema.nothing.has(holder)) return this.#isKnown(path) ? [this.#surplus(found)] : [];
    if (WHOLE.has(keyword) && (!this.#isWhole(path) || this.#schema.isWider)) return [];
    if (keyword === "anyOf" || keyword === "oneOf") return this.#alternatives(found, holder);
    if (keyword === "dependencies" || keyword === "dependentSchemas" || keyword === "dependentRequired") {
      if (!this.#isWhole(path)) return [];
      if (children.length === 0)
        return [{ ...this.#problem(found, holder), keys: missingOf(keyword, holder, this.#valueAt(path)) }];
    }
    if (THROUGH.has(keyword) || (keyword === "dependencies" && children.length > 0)) return this.among(children);
    return this.#isCertain(found) ? this.#described(found, holder) : [];
  }

  #isCertain({ keyword, path }: FoundProblem): boolean {
    switch (keyword) {
      case "const":
      case "enum":
      case "uniqueItems":
      case "maxProperties":
        return this.#isWhole(path);
      case "required":
      case "minProperties":
        return this.#isKnown(path) && !this.#known.open.has(path.join("\0"));
      case "propertyNames":
        return !this.#schema.isWider;
      default:
        return this.#isKnown(path);
    }
  }

  #described(found: FoundProblem, holder: SchemaPart): readonly SchemaProblem[] {
    const problem = this.#problem(found, holder);
    if (found.keyword === "required") {
      const missing = missingKeys(holder["required"], this.#valueAt(found.path));
      return [{ ...problem, keys: missing }];
    }
    const named = found.children[0]?.path.at(-1);
    return [found.keyword === "propertyNames" && named !== undefined ? { ...problem, keys: [named] } : problem];
  }

  /** Something has to fit one of several parts. */
  #alternatives(found: FoundProblem, holder: SchemaPart): readonly SchemaProblem[] {
    const { keyword, path, location, children } = found;
    const listed = holder[keyword];
    const count = Array.isArray(listed) ? listed.length : 0;
    const branches = Array.from({ length: count }, (_, index) =>
      children.filter((child) => child.location[location.length] === String(index)),
    );
    const fitting = branches.filter((branch) => branch.length === 0).length;
    if (fitting > 0) return this.#isWhole(path) && !this.#schema.isWider ? [this.#problem(found, holder)] : [];
    const alternatives = branches.map((branch) => this.among(branch));
    return alternatives.every((problems) => problems.length > 0)
      ? [{ ...this.#problem(found, holder), alternatives }]
      : [];
  }

  /** A key that may not be there, or a value where there may be none. */
  #surplus(found: FoundProblem): SchemaProblem {
    const key = found.path.at(-1);
    const { path, ...others } = this.#problem(found, this.#partAt(this.#holderOf(found)));
    return { ...others, keyword: "false", path: path.slice(0, -1), keys: key === undefined ? [] : [key] };
  }

  /** The part of the schema that says which keys there may be. */
  #holderOf({ location }: Location): readonly string[] {
    const index = location.findLastIndex(
      (segment) => segment === "additionalProperties" || segment === "unevaluatedProperties",
    );
    return location.slice(0, Math.max(index, 0));
  }

  #problem({ keyword, path }: FoundProblem, schema: SchemaPart): SchemaProblem {
    return { keyword, path: this.#typed(path), schema };
  }

  /** A path with numbers for places in lists. */
  #typed(path: readonly string[]): readonly (string | number)[] {
    let value = this.#instance;
    return path.map((key) => {
      const isIndex = Array.isArray(value);
      value = fieldOf(value, key);
      return isIndex ? Number(key) : key;
    });
  }

  #valueAt(path: readonly string[]): unknown {
    return path.reduce(fieldOf, this.#instance);
  }

  #partAt(location: readonly string[]): SchemaPart {
    const part = location.reduce<unknown>((at, segment) => {
      if (segment !== "$ref") return fieldOf(at, segment);
      return this.#lookup[String(fieldOf(at, "__absolute_ref__") ?? fieldOf(at, "$ref"))];
    }, this.#schema.root);
    // Whatever has a keyword is an object.
    return part as SchemaPart;
  }

  #isKnown(path: readonly string[]): boolean {
    return !this.#known.unknown.has(path.join("\0"));
  }

  #isWhole(path: readonly string[]): boolean {
    return !this.#known.partial.has(path.join("\0"));
  }
}

function missingOf(keyword: string, holder: SchemaPart, value: unknown): readonly string[] {
  const rules = Object.entries(Object(holder[keyword]));
  return rules.flatMap(([key, needed]) => (fieldOf(value, key) === undefined ? [] : missingKeys(needed, value)));
}

function missingKeys(required: unknown, value: unknown): readonly string[] {
  const keys: readonly unknown[] = Array.isArray(required) ? required : [];
  return keys.map(String).filter((key) => fieldOf(value, key) === undefined);
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}
