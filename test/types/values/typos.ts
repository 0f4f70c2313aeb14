// Misspelt keys, one in each place of a chart's values that takes no others.
import { keyOf } from "../../../generators/emit/literal.ts";
import { isObjectMember } from "../../../generators/emit/object-members.ts";
import type { ObjectType, ValuesModel, ValueType } from "../../../generators/values/values-model.ts";

/** A value with one misspelt key. */
export interface Typo {
  /** Where it stands: `ingress.hosts[].paht`. */
  readonly path: string;
  /** What was meant. */
  readonly meant: string;
  /** Whether compilers say it: not of a very short key or one in quotes, nor where a scalar may stand instead of the object. */
  readonly isTold: boolean;
  /** The values, as source text. */
  readonly text: string;
}

type Wrap = (text: string) => string;

/** Misspells each key of each closed object. What is inside of alternatives is left out: another one may take it. */
export function typosOf({ root, named }: ValuesModel): readonly Typo[] {
  return visit(root, "", (text) => text, new Set());

  function visit(type: ValueType, path: string, wrap: Wrap, above: ReadonlySet<ValueType>): readonly Typo[] {
    if (above.has(type)) return [];
    const below = new Set([...above, type]);
    switch (type.type) {
      case "named":
        return visit(named.get(type.name) ?? { type: "any" }, path, wrap, below);
      case "list":
        return visit(type.items, `${path}[]`, (text) => wrap(`[${text}]`), below);
      case "union": {
        const [only, ...others] = type.members.filter((member) => !isLeaf(member));
        if (only === undefined || others.length > 0) return [];
        const typos = visit(only, path, wrap, below);
        const isOwn = (typo: Typo): boolean => parentOf(typo.path) === path;
        // `null` is no leaf's value.
        if (type.members.every((member) => member === only || isNull(member))) return typos;
        return typos.map((typo) => (isOwn(typo) ? { ...typo, isTold: false } : typo));
      }
      case "object":
        return [...ofFields(type, path, wrap, below), ...ofOthers(type, path, wrap, below)];
      default:
        return [];
    }
  }

  function ofFields(type: ObjectType, path: string, wrap: Wrap, below: ReadonlySet<ValueType>): readonly Typo[] {
    const names = new Set(type.fields.map(({ name }) => name));
    const fields = type.fields.filter(({ name }) => !isObjectMember(name));
    return fields.flatMap(({ name, value }) => {
      const others = type.fields.filter((field) => field.required === true && field.name !== name);
      const given = others.map((field) => `${JSON.stringify(field.name)}: ${sampleOf(field.value, named)}`);
      const around: Wrap = (text) => wrap(`{ ${[...given, text].join(", ")} }`);
      const place = path === "" ? name : `${path}.${name}`;
      const inside = visit(value, place, (text) => around(`${keyOf(name)}: ${text}`), below);
      const wrong = misspelt(name);
      const isClosed = type.others === undefined || type.silent === true;
      if (!isClosed || names.has(wrong)) return inside;
      const isTold = name.length > 2 && keyOf(name) === name && keyOf(wrong) === wrong;
      return [{ path: place, meant: name, isTold, text: around(`${keyOf(wrong)}: null`) }, ...inside];
    });
  }

  function ofOthers(type: ObjectType, path: string, wrap: Wrap, below: ReadonlySet<ValueType>): readonly Typo[] {
    if (type.others === undefined || type.fields.length > 0) return [];
    return visit(type.others, `${path}.*`, (text) => wrap(`{ some: ${text} }`), below);
  }
}

function misspelt(name: string): string {
  const middle = Math.ceil(name.length / 2);
  return name.length < 5 ? `${name}${name.at(-1) ?? "x"}` : `${name.slice(0, middle)}${name.slice(middle + 1)}`;
}

/** A value that fits a type, as source text. */
function sampleOf(type: ValueType, named: ValuesModel["named"]): string {
  switch (type.type) {
    case "string":
      return '"x"';
    case "number":
      return "1";
    case "boolean":
      return "true";
    case "literal":
      return JSON.stringify(type.value);
    case "list":
    case "tuple":
      return "[]";
    case "named":
      return sampleOf(named.get(type.name) ?? { type: "any" }, named);
    case "union":
      return type.members[0] === undefined ? "null" : sampleOf(type.members[0], named);
    case "intersection":
    case "object": {
      const required = fieldsOf(type).filter((field) => field.required === true);
      return `{ ${required.map(({ name, value }) => `${JSON.stringify(name)}: ${sampleOf(value, named)}`).join(", ")} }`;
    }
    default:
      return "null";
  }

  function fieldsOf(of: ValueType): ObjectType["fields"] {
    if (of.type === "intersection") return of.members.flatMap(fieldsOf);
    if (of.type === "named") return fieldsOf(named.get(of.name) ?? { type: "any" });
    return of.type === "object" ? of.fields : [];
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("."), 0));
}

function isNull(type: ValueType): boolean {
  return type.type === "null" || (type.type === "literal" && type.value === null);
}

function isLeaf({ type }: ValueType): boolean {
  return ["string", "number", "boolean", "null", "literal"].includes(type);
}

/** The typos that a compiler takes, or that it says something else of. `said` is what it says of each. */
export function missedTypos(typos: readonly Typo[], said: readonly (readonly string[])[]): readonly string[] {
  return typos.flatMap(({ path, meant, isTold }, index) => {
    const [message = "nothing", ...others] = said[index] ?? [];
    const wanted = isTold ? `Did you mean to write '${meant}'?` : "does not exist in type";
    return message.includes(wanted) && others.length === 0 ? [] : [`${path}: ${message}`];
  });
}
