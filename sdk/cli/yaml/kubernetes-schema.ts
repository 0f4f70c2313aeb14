import {
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  mergeTag,
  NOT_RESOLVED,
  Schema,
  seqTag,
  strTag,
  type TagDefinition,
} from "js-yaml";

/** What Go's reader takes for a constant, as YAML 1.1 has it. */
const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map((word) => [word, true] as const),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map((word) => [word, false] as const),
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null] as const),
]);

const INTEGER = /^[-+]?(?:0[xX][0-9a-fA-F]{1,16}|0[oO][0-7]+|0[0-7]*|0[bB][01]{1,64}|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const SPECIAL = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const DIGITS = [..."0123456789"];

/** What Go takes for an integer. Underscores may stand anywhere in it, and a zero in front makes it octal. */
function integer(source: string): number | typeof NOT_RESOLVED {
  const plain = source.includes("_") ? source.replaceAll("_", "") : source;
  if (!INTEGER.test(plain)) return NOT_RESOLVED;
  const isNegative = plain.startsWith("-");
  const digits = /^[-+]/.test(plain) ? plain.slice(1) : plain;
  const isOctal = /^0[0-7]/.test(digits);
  const value = Number(isOctal ? `0o${digits.slice(1)}` : digits);
  return isNegative && value !== 0 ? -value : value;
}

function float(source: string): number | typeof NOT_RESOLVED {
  if (SPECIAL.test(source))
    return /nan/i.test(source) ? Number.NaN : (source.startsWith("-") ? -1 : 1) * Number.POSITIVE_INFINITY;
  // Behind a dot in front, underscores have to stand between digits.
  const isLoose = source.startsWith(".") && /_(?!\d)|(?<!\d)_/.test(source);
  const plain = source.includes("_") && !isLoose ? source.replaceAll("_", "") : source;
  const value = FLOAT.test(plain) ? Number(plain) : Number.NaN;
  if (!Number.isFinite(value)) return NOT_RESOLVED;
  // JSON from Go has no zero below zero.
  return value === 0 ? 0 : value;
}

function constant(type: "boolean" | "null"): (source: string) => boolean | null | typeof NOT_RESOLVED {
  return (source) => {
    const value = CONSTANTS.get(source);
    if (value === undefined || (value === null) !== (type === "null")) return NOT_RESOLVED;
    return value;
  };
}

const never = (): boolean => false;

/** Go refuses keys that are no scalars, and null. Others become text. */
function addPair(carrier: Record<string, unknown>, key: unknown, value: unknown): string {
  if (typeof key === "object") return "unsupported key";
  const name = String(key);
  if (name === "__proto__")
    Object.defineProperty(carrier, name, { value, enumerable: true, writable: true, configurable: true });
  else carrier[name] = value;
  return "";
}

const mapping = {
  create: (): Record<string, unknown> => ({}),
  addPair,
  has: (carrier: Record<string, unknown>, key: unknown): boolean => Object.hasOwn(carrier, String(key)),
  keys: (result: Record<string, unknown>): Iterable<string> => Object.keys(result),
  get: (result: Record<string, unknown>, key: unknown): unknown => result[String(key)],
  identify: never,
};

/** Tags that nobody but the author knows change nothing for Go. */
const UNKNOWN: readonly TagDefinition[] = ["!", "tag:"].flatMap((tag) => [
  defineScalarTag(tag, { matchByTagPrefix: true, resolve: (source) => source, identify: never }),
  defineSequenceTag<unknown[]>(tag, {
    matchByTagPrefix: true,
    create: () => [],
    addItem: (list, item) => void list.push(item),
    identify: never,
  }),
  defineMappingTag(tag, { ...mapping, matchByTagPrefix: true }),
]);

/** Values as Kubernetes reads them: by Go's YAML 1.1, where `on` is a boolean, `010` is eight, and a date is text. */
export const KUBERNETES_SCHEMA: Schema = new Schema([
  strTag,
  seqTag,
  defineMappingTag("tag:yaml.org,2002:map", mapping),
  mergeTag,
  defineScalarTag("tag:yaml.org,2002:null", {
    implicit: true,
    implicitFirstChars: ["", "~", "n", "N"],
    resolve: constant("null"),
    identify: never,
  }),
  defineScalarTag("tag:yaml.org,2002:bool", {
    implicit: true,
    implicitFirstChars: [..."yYnNtTfFoO"],
    resolve: constant("boolean"),
    identify: never,
  }),
  defineScalarTag("tag:yaml.org,2002:int", {
    implicit: true,
    implicitFirstChars: ["-", "+", ...DIGITS],
    resolve: integer,
    identify: never,
  }),
  defineScalarTag("tag:yaml.org,2002:float", {
    implicit: true,
    implicitFirstChars: ["-", "+", ".", ...DIGITS],
    resolve: float,
    identify: never,
  }),
  ...UNKNOWN,
]);
