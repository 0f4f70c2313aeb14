import { re2Matcher } from "./re2.ts";
import { type Draft, draftOf, hasKeyword, isAsserted } from "./schema-drafts.ts";

/** A part of a schema, as the validator is given it. */
export type SchemaPart = Record<string, unknown>;

/** A schema in the words that the validator and Helm understand alike. */
export interface PlainSchema {
  readonly root: SchemaPart;
  readonly draft: Draft;
  /** The parts that take nothing. */
  readonly nothing: WeakSet<object>;
  /** Something in it is left out, so that what fits here may not fit for Helm. */
  readonly isWider: boolean;
  /** Makes the patterns mean what they match among these texts and keys. Absent where there are none. */
  readonly usePatterns?: ((texts: ReadonlySet<string>, keys: ReadonlySet<string>) => void) | undefined;
}

/**
 * Rewrites a schema so that the validator's verdict is Helm's: keywords of other drafts are left out, and so is what only Helm's validator
 * can judge. `undefined` for a schema of which nothing is certain.
 */
export function plainSchema(schema: unknown): PlainSchema | undefined {
  const draft = draftOf(schema);
  if (draft === undefined) return undefined;
  const rewriter = new Rewriter(draft);
  const root = rewriter.part(schema);
  if (rewriter.isUncertain) return undefined;
  const { nothing, isWider } = rewriter;
  const usePatterns = rewriter.hasPatterns ? rewriter.usePatterns.bind(rewriter) : undefined;
  return { root, draft, nothing, isWider, usePatterns };
}

/** Keywords with one schema, with a list, and with a map of them. */
const ONE: ReadonlySet<string> = new Set([
  "not",
  "additionalProperties",
  "additionalItems",
  "contains",
  "propertyNames",
  "if",
  "then",
  "else",
  "unevaluatedProperties",
  "unevaluatedItems",
]);
const LISTS: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const MAPS: ReadonlySet<string> = new Set(["properties", "definitions", "$defs", "dependentSchemas"]);
/** Words for people, and what was looked at already. */
const LEFT_OUT: ReadonlySet<string> = new Set(["$schema", "title", "description", "default", "examples", "$comment"]);
/** They mean another schema with each way that leads there. */
const MOVING: ReadonlySet<string> = new Set(["$recursiveRef", "$dynamicRef", "$dynamicAnchor", "$vocabulary"]);

/** Where a part has its pattern as it is written. */
const WRITTEN_PATTERN = "$pattern";

class Rewriter {
  readonly nothing: WeakSet<object> = new WeakSet();
  readonly #draft: Draft;
  readonly #patterns: Pattern[] = [];
  isWider = false;
  isUncertain = false;

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  get hasPatterns(): boolean {
    return this.#patterns.length > 0;
  }

  part(schema: unknown): SchemaPart {
    if (schema === true) return {};
    if (schema === false) {
      const nothing = { not: {} };
      this.nothing.add(nothing);
      return nothing;
    }
    // Without a prototype, which a keyword may be named after.
    const part: SchemaPart = Object.create(null);
    if (!isObject(schema)) {
      this.isUncertain = true;
      return part;
    }
    for (const [keyword, value] of Object.entries(schema)) this.#keyword(part, keyword, value);
    if (this.#draft === 4 || typeof part["exclusiveMinimum"] === "boolean")
      inNumbers(part, "minimum", "exclusiveMinimum");
    if (this.#draft === 4 || typeof part["exclusiveMaximum"] === "boolean")
      inNumbers(part, "maximum", "exclusiveMaximum");
    return part;
  }

  #keyword(part: SchemaPart, keyword: string, value: unknown): void {
    if (LEFT_OUT.has(keyword) || !hasKeyword(this.#draft, keyword)) return;
    if (MOVING.has(keyword)) this.isUncertain = true;
    else if (keyword === "format") this.isWider ||= isAsserted(value);
    else if (keyword === "id") {
      if (this.#draft === 4) part["$id"] = value;
    } else if (keyword === "$id") {
      if (this.#draft !== 4) part["$id"] = value;
    } else if (keyword === "pattern") this.#pattern(part, value);
    else if (keyword === "patternProperties") part[keyword] = this.#patternMap(value);
    else if (keyword === "items") part[keyword] = this.#items(value);
    else if (keyword === "dependencies") part[keyword] = this.#map(value, (item) => Array.isArray(item));
    else if (ONE.has(keyword)) part[keyword] = this.part(value);
    else if (LISTS.has(keyword)) part[keyword] = this.#list(value);
    else if (MAPS.has(keyword)) part[keyword] = this.#map(value);
    else if (keyword === "enum" || keyword === "const") part[keyword] = value;
    // A reference may lead to a schema below a key that means nothing by itself.
    else part[keyword] = isObject(value) && keyword !== "dependentRequired" ? this.#unnamed(value) : value;
  }

  #items(value: unknown): unknown {
    if (!Array.isArray(value)) return this.part(value);
    if (this.#draft === 2020) this.isUncertain = true;
    return this.#list(value);
  }

  #list(value: unknown): readonly SchemaPart[] {
    if (Array.isArray(value)) return value.map((item) => this.part(item));
    this.isUncertain = true;
    return [];
  }

  #map(value: unknown, isKept: (item: unknown) => boolean = () => false): SchemaPart {
    const map: SchemaPart = Object.create(null);
    if (!isObject(value)) this.isUncertain = true;
    else for (const [key, item] of Object.entries(value)) map[key] = isKept(item) ? item : this.part(item);
    return map;
  }

  #unnamed(value: object): SchemaPart {
    const wasUncertain = this.isUncertain;
    this.isUncertain = false;
    const part = this.part(value);
    this.isWider ||= this.isUncertain;
    this.isUncertain = wasUncertain;
    return part;
  }

  #pattern(part: SchemaPart, value: unknown): void {
    const matches = typeof value === "string" ? re2Matcher(value) : undefined;
    if (matches === undefined) {
      this.isWider = true;
      return;
    }
    const known = new Map<string, boolean>();
    this.#patterns.push((texts) => {
      part["pattern"] = anyOf(texts, matches, known);
    });
    part[WRITTEN_PATTERN] = value;
  }

  #patternMap(value: unknown): SchemaPart {
    const map: SchemaPart = Object.create(null);
    if (!isObject(value)) {
      this.isUncertain = true;
      return map;
    }
    for (const [pattern, item] of Object.entries(value)) {
      const schema = this.part(item);
      const matches = re2Matcher(pattern);
      if (matches === undefined) {
        // Keys that it would take are taken for others.
        this.isUncertain = true;
        return map;
      }
      const known = new Map<string, boolean>();
      let used = pattern;
      map[used] = schema;
      this.#patterns.push((_texts, keys) => {
        delete map[used];
        // Two patterns may match the same keys.
        for (used = anyOf(keys, matches, known); Object.hasOwn(map, used); ) used = `(?:${used})`;
        map[used] = schema;
      });
    }
    return map;
  }

  usePatterns(texts: ReadonlySet<string>, keys: ReadonlySet<string>): void {
    for (const pattern of this.#patterns) pattern(texts, keys);
  }
}

type Pattern = (texts: ReadonlySet<string>, keys: ReadonlySet<string>) => void;

/**
 * An expression for exactly the texts that a pattern matches. The pattern itself is Go's, and may keep JavaScript's engine busy for ever.
 */
function anyOf(texts: ReadonlySet<string>, matches: (text: string) => boolean, known: Map<string, boolean>): string {
  const matched: string[] = [];
  for (const text of texts) {
    let isMatch = known.get(text);
    if (isMatch === undefined) {
      isMatch = matches(text);
      known.set(text, isMatch);
    }
    if (isMatch) matched.push(text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  }
  return matched.length === 0 ? "(?!)" : `^(?:${matched.join("|")})$`;
}

/** The first drafts say by a flag that a bound is not within. */
function inNumbers(part: SchemaPart, bound: string, exclusive: string): void {
  if (part[exclusive] === true) {
    part[exclusive] = part[bound];
    delete part[bound];
  } else if (part[exclusive] === false) delete part[exclusive];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
