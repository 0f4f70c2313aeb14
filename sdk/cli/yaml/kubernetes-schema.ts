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
import { constantOf, floatOf, integerOf } from "../../model/plain-scalar.ts";

const DIGITS = [..."0123456789"];

type Resolve<Result> = (source: string) => Result | typeof NOT_RESOLVED;

function constant(isNull: boolean): Resolve<boolean | null> {
  return (source) => {
    const value = constantOf(source);
    return value === undefined || (value === null) !== isNull ? NOT_RESOLVED : value;
  };
}

function number(read: (word: string) => number | undefined): Resolve<number> {
  return (source) => read(source) ?? NOT_RESOLVED;
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
    resolve: constant(true),
    identify: never,
  }),
  defineScalarTag("tag:yaml.org,2002:bool", {
    implicit: true,
    implicitFirstChars: [..."yYnNtTfFoO"],
    resolve: constant(false),
    identify: never,
  }),
  defineScalarTag("tag:yaml.org,2002:int", {
    implicit: true,
    implicitFirstChars: ["-", "+", ...DIGITS],
    resolve: number(integerOf),
    identify: never,
  }),
  defineScalarTag("tag:yaml.org,2002:float", {
    implicit: true,
    implicitFirstChars: ["-", "+", ".", ...DIGITS],
    resolve: number(floatOf),
    identify: never,
  }),
  ...UNKNOWN,
]);
