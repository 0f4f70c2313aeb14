import type { ObjectType, ValueType } from "../../values/values-model.ts";
import { sourceOf } from "../literal.ts";
import type { ValueNames } from "./value-names.ts";

const INDEX = "readonly [key: string]";

/** What a value may be, as the members of a union. `alias` is the name of its constants, where they have one. */
export function valueMembers(type: ValueType, names: ValueNames, alias?: string): readonly string[] {
  const members = flat(type);
  if (members.some((member) => member.type === "any")) return ["unknown"];
  const scalars = scalarMembers(type);
  const leaf = scalars.length === 0 ? [] : [`Input<${alias ?? scalars.join(" | ")}>`];
  const others = members.flatMap((member) => structureText(member, names, alias) ?? []);
  const none = members.some(isNull) ? ["null"] : [];
  const all = [...new Set([...leaf, ...others, ...none])];
  if (all.includes("unknown")) return ["unknown"];
  return all.length === 0 ? ["never"] : all;
}

/** What stands at a key that need not be there: Helm deletes a default where the value is `null`. */
export function optionalMembers(type: ValueType, names: ValueNames, alias?: string): readonly string[] {
  const members = valueMembers(type, names, alias);
  return members.includes("unknown") ? members : withNone(members);
}

/** Adds what leaves a key away. */
export function withNone(members: readonly string[]): readonly string[] {
  return [...members.filter((member) => member !== "null" && member !== "never"), "null", "undefined"];
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
function structureText(type: ValueType, names: ValueNames, alias: string | undefined): string | undefined {
  switch (type.type) {
    case "named":
      return names.ofNamed(type);
    case "list":
      return `Input<readonly ${arrayText(type.items, names, alias)}>`;
    case "tuple": {
      // Nothing says how many of them there are.
      const items = type.items.map((item) => `${enclosed(valueMembers(item, names))}?`);
      const rest = type.rest === undefined ? [] : [`...${arrayText(type.rest, names)}`];
      return `Input<readonly [${[...items, ...rest].join(", ")}]>`;
    }
    case "intersection":
      return intersectionText(type.members, names);
    case "object":
      return objectText(type, names);
    default:
      return undefined;
  }
}

function arrayText(items: ValueType, names: ValueNames, alias?: string): string {
  return `${enclosed(valueMembers(items, names, alias))}[]`;
}

function enclosed(members: readonly string[]): string {
  const [only = "", ...others] = members;
  return others.length === 0 ? only : `(${members.join(" | ")})`;
}

/** Leaves that several schemas narrow are as the first of them with constants says: the rest is for the checks. */
function intersectionText(types: readonly ValueType[], names: ValueNames): string {
  const leaves = types.every((type) => flat(type).every(isLeaf));
  const narrowest = types.find((type) => flat(type).some(({ type }) => type === "literal")) ?? types[0];
  if (leaves && narrowest !== undefined) return enclosed(valueMembers(narrowest, names));
  const members = types.map((type) => valueMembers(type, names)).filter(([first]) => first !== "unknown");
  return members.length === 0 ? "unknown" : `(${members.map(enclosed).join(" & ")})`;
}

function objectText(type: ObjectType, names: ValueNames): string {
  const name = names.ofObject(type);
  if (name !== undefined) return name;
  if (type.others === undefined) return "Readonly<Record<string, never>>";
  // An author's own interface would not fit an index signature.
  if (flat(type.others).some(({ type }) => type === "any")) return "object";
  return `Input<{ ${INDEX}: ${optionalMembers(type.others, names).join(" | ")} }>`;
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
