// Values with every construct that a model can hold.
import type {
  LiteralType,
  ObjectType,
  ValueField,
  ValuesModel,
  ValueType,
} from "../../../generators/values/values-model.ts";

const any: ValueType = { type: "any" };
const text: ValueType = { type: "string" };
const number: ValueType = { type: "number" };
const boolean: ValueType = { type: "boolean" };
const none: ValueType = { type: "null" };

function constant(value: LiteralType["value"]): ValueType {
  return { type: "literal", value };
}

function constants(...values: readonly LiteralType["value"][]): ValueType {
  return union(...values.map(constant));
}

function list(items: ValueType): ValueType {
  return { type: "list", items };
}

function union(...members: readonly ValueType[]): ValueType {
  return { type: "union", members };
}

function object(
  fields: Readonly<Record<string, ValueType | Omit<ValueField, "name">>>,
  others?: ValueType,
): ObjectType {
  return {
    type: "object",
    fields: Object.entries(fields).map(([name, field]) =>
      "type" in field ? { name, value: field } : { name, ...field },
    ),
    ...(others === undefined ? {} : { others }),
  };
}

function map(others: ValueType): ObjectType {
  return object({}, others);
}

function named(name: string): ValueType {
  return { type: "named", name };
}

const UNITS = ["millimetres", "centimetres", "metres", "kilometres", "inches", "feet", "yards", "miles", "leagues"];

export const everyType: ValuesModel = {
  named: new Map<string, ValueType>([
    ["shelf", object({ label: text, shelves: list(named("shelf")) })],
    ["json", union(text, number, boolean, none, list(named("json")), map(named("json")))],
    ["jars", object({ kind: { value: constant("jars"), required: true }, lids: number })],
    ["a/b-c", constants("x", "y")],
  ]),
  root: object({
    replicas: { value: number, docs: { text: "How many there are.", default: 1 } },
    name: {
      value: text,
      docs: {
        text: "What it is called.\n\nEnds no comment: */ and is no tag:\n@param.",
        default: "larder",
        deprecated: true,
      },
    },
    on: { value: boolean, docs: { default: true } },
    old: { value: any, docs: { deprecated: true } },
    port: { value: union(number, text), docs: { examples: [80, "http"] } },
    long: { value: text, docs: { text: `Many words ${"and more of them ".repeat(10)}.`, default: "x".repeat(100) } },
    policy: constants("Always", "Never", null),
    mode: union(constants(1, 2), text, constant("auto")),
    flag: constants(true, false),
    half: constants(true, "maybe"),
    unit: constants(...UNITS),
    units: list(constants(...UNITS)),
    image: object({ repository: text, tag: { value: text, docs: { default: null } }, pullSecrets: list(any) }),
    "with-dash": object({ "with.dot": text, "1": number }),
    withDash: object({ other: text }),
    class: text,
    constructor: text,
    toString: { value: object({ a: text }) },
    resources: map(any),
    annotations: map(text),
    sizes: map(list(number)),
    hosts: list(
      object({
        host: { value: text, required: true },
        paths: list(object({ path: { value: text, required: true }, type: text })),
      }),
    ),
    matrix: list(list(number)),
    mixed: list(union(text, object({ name: text }))),
    pair: { value: { type: "tuple", items: [text, object({ left: boolean })] } },
    row: { value: { type: "tuple", items: [number], rest: union(text, none) } },
    empty: object({}),
    nothing: union(),
    known: object({ first: text, second: object({ deep: number }) }, any),
    typed: object({ first: boolean, second: object({ deep: number }) }, object({ size: number })),
    store: map(
      union(
        named("jars"),
        object({ kind: constants("sacks", "bags"), seams: text }),
        object({ kind: constant("tins") }),
      ),
    ),
    either: union(object({ left: text }), object({ right: text }), constant(false)),
    both: { value: { type: "intersection", members: [object({ up: text }), named("shelf"), any] } },
    narrow: { value: { type: "intersection", members: [text, constants("a", "b")] } },
    shelf: named("shelf"),
    json: named("json"),
    letters: list(named("a/b-c")),
    unknown: named("nowhere"),
  }),
};
