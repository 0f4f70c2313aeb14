import type { ObjectType, ValueType } from "../../values/values-model.ts";
import { sourceOf } from "../literal.ts";
import type { ValueNames } from "./value-names.ts";

const INDEX = "readonly [key: string]";

/** What types of values are written with. */
export interface ValueContext {
  readonly names: ValueNames;
  /** Gives the name of the type of leaves, and notes that the file needs it. */
  readonly input: () => string;
}

/** What a value may be, as the members of a union. `alias` is the name of its constants, where they have one. */
export function valueMembers(type: ValueType, context: ValueContext, alias?: string): readonly string[] {
  const members = flat(type);
  if (members.some((member) => member.type === "any")) return ["unknown"];
  const scalars = scalarMembers(type);
  const leaf = scalars.length === 0 ? [] : [`${context.input()}<${alias ?? scalars.join(" | ")}>`];
  const others = members.flatMap((member) => structureText(member, context, alias) ?? []);
  const none = members.some(isNull) ? ["null"] : [];
  const all = [...new Set([...leaf, ...others, ...none])];
  return all.includes("unknown") ? ["unknown"] : all;
}

/** What stands at a key that need not be there: Helm deletes a default where the value is `null`. */
export function optionalMembers(type: ValueType, context: ValueContext, alias?: string): readonly string[] {
  const members = valueMembers(type, context, alias);
  return members.includes("unknown") ? members : withNone(members);
}

/** Adds what leaves a key away. */
export function withNone(members: readonly string[]): readonly string[] {
  return [...members.filter((member) => member !== "null"), "null", "undefined"];
}

/** The constants that tell an object from others, as the members of a union: plain, for only those decide. */
export function tagMembers(type: ValueType): readonly string[] {
  return [...scalarMembers(type), ...(flat(type).some(isNull) ? ["null"] : [])];
}

/** What a leaf may be when it is known at once, as the members of a union. */
export function scalarMembers(type: ValueType): readonly string[] {
  const members = flat(type);
  const wide = new Set<string>(members.map((member) => member.type));
  const constants = members.flatMap((member) => (member.type === "literal" ? [member.value] : []));
  const isWide = (value: unknown): boolean => value === null || wide.has(typeof value);
  const known = [...new Set(constants.filter((value) => !isWide(value)).map(sourceOf))];
  const offered = wide.has("string") ? constants.filter((value) => typeof value === "string").map(sourceOf) : [];
  // An editor still offers constants beside any text.
  const text = offered.length > 0 ? [...new Set(offered), "(string & {})"] : ["string"];
  const booleans = known.includes("true") && known.includes("false");
  return [
    ...known.filter((value) => !booleans || (value !== "true" && value !== "false")),
    ...(wide.has("string") ? text : []),
    ...(wide.has("number") ? ["number"] : []),
    ...(wide.has("boolean") || booleans ? ["boolean"] : []),
  ];
}

/** The text of a type that is no leaf. */
function structureText(type: ValueType, context: ValueContext, alias: string | undefined): string | undefined {
  switch (type.type) {
    case "named":
      return context.names.ofNamed(type);
    case "list":
      return `${context.input()}<readonly ${arrayText(type.items, context, alias)}>`;
    case "tuple": {
      // Nothing says how many of them there are.
      const items = type.items.map((item) => `${enclosed(valueMembers(item, context))}?`);
      const rest = type.rest === undefined ? [] : [`...${arrayText(type.rest, context)}`];
      return `${context.input()}<readonly [${[...items, ...rest].join(", ")}]>`;
    }
    case "intersection":
      return intersectionText(type.members, context);
    case "object":
      return objectText(type, context);
    default:
      return undefined;
  }
}

function arrayText(items: ValueType, context: ValueContext, alias?: string): string {
  return `${enclosed(valueMembers(items, context, alias))}[]`;
}

function enclosed(members: readonly string[]): string {
  const [only = "never", ...others] = members;
  return others.length === 0 ? only : `(${members.join(" | ")})`;
}

/** Leaves that several schemas narrow are as the first of them with constants says: the rest is for the checks. */
function intersectionText(types: readonly ValueType[], context: ValueContext): string {
  const leaves = types.every((type) => flat(type).every(isLeaf));
  const narrowest = types.find((type) => flat(type).some(({ type }) => type === "literal")) ?? types[0];
  if (leaves && narrowest !== undefined) return valueMembers(narrowest, context).join(" | ");
  const members = types.map((type) => valueMembers(type, context)).filter(([first]) => first !== "unknown");
  return members.length === 0 ? "unknown" : `(${members.map(enclosed).join(" & ")})`;
}

function objectText(type: ObjectType, context: ValueContext): string {
  const name = context.names.ofObject(type);
  if (name !== undefined) return name;
  if (type.others === undefined) return "Readonly<Record<string, never>>";
  // An author's own interface would not fit an index signature.
  if (flat(type.others).some(({ type }) => type === "any")) return "object";
  return `${context.input()}<{ ${INDEX}: ${optionalMembers(type.others, context).join(" | ")} }>`;
}

function flat(type: ValueType): readonly ValueType[] {
  return type.type === "union" ? type.members.flatMap(flat) : [type];
}

function isNull(type: ValueType): boolean {
  return type.type === "null" || (type.type === "literal" && type.value === null);
}

function isLeaf({ type }: ValueType): boolean {
  return ["string", "number", "boolean", "null", "literal"].includes(type);
}
