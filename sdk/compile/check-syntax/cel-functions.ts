/** A type of CEL as far as it is known before values are there. `unknown` may be anything; `dyn` is what Flux cannot know either. */
export type CelType =
  | "bool"
  | "bytes"
  | "double"
  | "duration"
  | "dyn"
  | "int"
  | "list"
  | "map"
  | "null"
  | "optional"
  | "string"
  | "timestamp"
  | "type"
  | "uint"
  | "unknown";

/** A function of CEL: what it gives, and how many values it takes in brackets, in its two ways to be called. */
export interface CelFunction {
  readonly result: CelType;
  /** `name(value)` */
  readonly alone?: readonly number[];
  /** `target.name(value)` */
  readonly member?: readonly number[];
}

const text = (...member: readonly number[]): CelFunction => ({ result: "string", member });
const number = (...member: readonly number[]): CelFunction => ({ result: "int", member });
const conversion = (result: CelType): CelFunction => ({ result, alone: [1] });

/**
 * The functions that Flux's controllers offer: those of CEL itself, of optional values, and of cel-go's extensions for strings,
 * sets and encoders. Source: https://github.com/fluxcd/pkg/blob/main/runtime/cel/expression.go
 */
export const CEL_FUNCTIONS: ReadonlyMap<string, CelFunction> = new Map<string, CelFunction>([
  ["base64.decode", conversion("bytes")],
  ["base64.encode", conversion("string")],
  ["bool", conversion("bool")],
  ["bytes", conversion("bytes")],
  ["charAt", text(1)],
  ["contains", { result: "bool", member: [1] }],
  ["double", conversion("double")],
  ["duration", conversion("duration")],
  ["dyn", conversion("dyn")],
  ["endsWith", { result: "bool", member: [1] }],
  ["first", { result: "optional", member: [0] }],
  ["format", text(1)],
  ["getDate", number(0, 1)],
  ["getDayOfMonth", number(0, 1)],
  ["getDayOfWeek", number(0, 1)],
  ["getDayOfYear", number(0, 1)],
  ["getFullYear", number(0, 1)],
  ["getHours", number(0, 1)],
  ["getMilliseconds", number(0, 1)],
  ["getMinutes", number(0, 1)],
  ["getMonth", number(0, 1)],
  ["getSeconds", number(0, 1)],
  ["hasValue", { result: "bool", member: [0] }],
  ["indexOf", number(1, 2)],
  ["int", conversion("int")],
  ["join", text(0, 1)],
  ["last", { result: "optional", member: [0] }],
  ["lastIndexOf", number(1, 2)],
  ["lowerAscii", text(0)],
  ["matches", { result: "bool", alone: [2], member: [1] }],
  ["optional.none", { result: "optional", alone: [0] }],
  ["optional.of", conversion("optional")],
  ["optional.ofNonZeroValue", conversion("optional")],
  ["optional.unwrap", conversion("list")],
  ["or", { result: "optional", member: [1] }],
  ["orValue", { result: "unknown", member: [1] }],
  ["replace", text(2, 3)],
  ["reverse", text(0)],
  ["sets.contains", { result: "bool", alone: [2] }],
  ["sets.equivalent", { result: "bool", alone: [2] }],
  ["sets.intersects", { result: "bool", alone: [2] }],
  ["size", { result: "int", alone: [1], member: [0] }],
  ["split", { result: "list", member: [1, 2] }],
  ["startsWith", { result: "bool", member: [1] }],
  ["string", conversion("string")],
  ["strings.quote", conversion("string")],
  ["substring", text(1, 2)],
  ["timestamp", conversion("timestamp")],
  ["trim", text(0)],
  ["type", conversion("type")],
  ["uint", conversion("uint")],
  ["unwrapOpt", { result: "list", member: [0] }],
  ["upperAscii", text(0)],
  ["value", { result: "unknown", member: [0] }],
]);

/** The macros that bind a name: how many expressions they take, and what they give. */
export const CEL_MACROS: ReadonlyMap<string, { readonly sizes: readonly number[]; readonly result: CelType }> = new Map(
  [
    ["all", { sizes: [2], result: "bool" }],
    ["exists", { sizes: [2], result: "bool" }],
    ["exists_one", { sizes: [2], result: "bool" }],
    ["filter", { sizes: [2], result: "list" }],
    ["map", { sizes: [2, 3], result: "list" }],
    ["optFlatMap", { sizes: [2], result: "unknown" }],
    ["optMap", { sizes: [2], result: "optional" }],
  ],
);

/** Names of types, which are values too. */
export const CEL_TYPES: ReadonlySet<string> = new Set(
  "bool bytes double dyn google int list map null_type optional_type string type uint".split(" "),
);
