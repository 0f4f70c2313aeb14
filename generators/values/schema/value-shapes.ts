import type { ValueDocs, ValueType } from "../values-model.ts";
import type { Conjunction } from "./conjunction.ts";
import { fieldDocs } from "./field-docs.ts";
import { isJsonObject } from "./json-object.ts";
import { KINDS, kindOf, kindsOf, literalsOf } from "./kinds.ts";
import { type ListItems, listItems } from "./list-items.ts";
import { literalType } from "./literal-type.ts";
import { isSilent, knownKeys, requiredKeys, schemasOfKey } from "./object-keys.ts";
import type { State, States } from "./schema-states.ts";

/** What a value may be, with states where a type has parts. */
export type ValueShape = { readonly shape: "whole"; readonly type: ValueType } | ListShape | ObjectShape;

export interface ListShape {
  readonly shape: "list";
  readonly first: readonly State[];
  readonly rest?: State | undefined;
  /** Every list has the first items. */
  readonly isTuple: boolean;
}

export interface ObjectShape {
  readonly shape: "object";
  readonly fields: readonly FieldShape[];
  readonly others?: State | undefined;
  readonly isSilent: boolean;
}

export interface FieldShape {
  readonly name: string;
  readonly state: State;
  readonly isRequired: boolean;
  readonly docs?: ValueDocs | undefined;
}

/** The keywords that tell of parts. */
const SPEAKS_OF = {
  object: ["properties", "additionalProperties", "patternProperties", "unevaluatedProperties", "propertyNames"],
  array: ["items", "prefixItems"],
};

/** Says what a value may be that fits one of the alternatives of a state. */
export function valueShapes(state: State, states: States): readonly ValueShape[] {
  return states.alternatives(state).flatMap((conjunction) => shapesOf(conjunction, state.name, states));
}

function shapesOf(conjunction: Conjunction, name: string, states: States): readonly ValueShape[] {
  const { nodes } = conjunction;
  const literals = literalsOf(nodes);
  const kinds = kindsOf(nodes);
  if (literals !== undefined)
    return literals.filter((value) => kinds.has(kindOf(value))).map((value) => whole(literalType(value)));
  const speaksOf = (kind: "object" | "array"): boolean =>
    nodes.some((node) => SPEAKS_OF[kind].some((word) => word in node));
  // A schema that says what the parts are like, and not what the whole is, is meant to say that too.
  const meant = kinds.size === 6 ? (["object", "array"] as const).filter(speaksOf) : [...kinds];
  if (meant.length === 0) return [whole({ type: "any" })];
  return KINDS.filter((kind) => meant.some((other) => other === kind)).map((kind) => {
    if (kind === "array") return listShape(listItems(conjunction), name, states);
    return kind === "object" ? objectShape(conjunction, states) : whole({ type: kind });
  });
}

function objectShape(conjunction: Conjunction, states: States): ObjectShape {
  const required = requiredKeys(conjunction.nodes);
  const fields = knownKeys(conjunction, states.resolve).flatMap((name): readonly FieldShape[] => {
    const { musts, hints } = schemasOfKey(conjunction, name, states.resolve);
    const state = states.at(musts, hints, name);
    if (state === undefined) return [];
    const words = [...state.conjunction.nodes, ...hints.filter(isJsonObject)];
    return [{ name, state, isRequired: required.has(name), docs: fieldDocs(name, words) }];
  });
  const { musts } = schemasOfKey(conjunction, undefined, states.resolve);
  const others = states.at(musts, [], "value");
  return { shape: "object", fields, others, isSilent: isSilent(conjunction) };
}

function listShape({ first, rest, hints, atLeast, atMost }: ListItems, name: string, states: States): ListShape {
  const item = `${name}Item`;
  const firstStates = first.map((schemas) => states.at(schemas, hints, item));
  // Behind an item that nothing fits, there is none.
  const possible = firstStates.slice(0, Math.min(atMost, [...firstStates, undefined].indexOf(undefined)));
  const isCut = possible.length < first.length || atMost <= first.length;
  return {
    shape: "list",
    first: possible.filter((state) => state !== undefined),
    rest: isCut ? undefined : states.at(rest, hints, item),
    isTuple: atLeast >= possible.length,
  };
}

function whole(type: ValueType): ValueShape {
  return { shape: "whole", type };
}
