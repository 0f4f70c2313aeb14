import { bundleSchema } from "../../../../generators/values/schema/bundle-schema.ts";
import { readSchema } from "../../../../generators/values/schema/read-schema.ts";
import type { ObjectType, ValuesModel, ValueType } from "../../../../generators/values/values-model.ts";

/** Reads a schema that refers to nothing elsewhere. */
async function modelOf(schema: unknown): Promise<ValuesModel> {
  const fetchText = async () => ({ problem: "nothing is served" });
  const { schema: bundle, diagnostics } = await bundleSchema(JSON.stringify(schema), { chart: "toy", fetchText });
  if (bundle === undefined) throw new Error(diagnostics.map(({ message }) => message).join());
  return readSchema(bundle);
}

/** Reads a schema, and prints the type of a field. A field that may not be there is `never`. */
export async function readText(schema: unknown, field: string): Promise<string> {
  const { root } = await modelOf(schema);
  const found = root.fields.find(({ name }) => name === field);
  return found === undefined ? "never" : printType(found.value);
}

/** Reads a schema, and prints the root and the named types. */
export async function printModel(schema: unknown): Promise<Record<string, string>> {
  const { root, named } = await modelOf(schema);
  return { root: printType(root), ...Object.fromEntries([...named].map(([name, type]) => [name, printType(type)])) };
}

/** A short text of a type. `~` stands for keys of which nothing is said. */
function printType(type: ValueType): string {
  switch (type.type) {
    case "literal":
      return JSON.stringify(type.value);
    case "named":
      return type.name;
    case "list":
      return `${inList(type.items)}[]`;
    case "tuple":
      return `[${[...type.items.map(printType), ...(type.rest === undefined ? [] : [`...${inList(type.rest)}[]`])].join(", ")}]`;
    case "object":
      return printObject(type);
    case "union":
      return type.members.length === 0 ? "never" : type.members.map(printType).join(" | ");
    case "intersection":
      return type.members.map(inList).join(" & ");
    default:
      return type.type;
  }
}

function inList(type: ValueType): string {
  return type.type === "union" ? `(${printType(type)})` : printType(type);
}

function printObject({ fields, others, silent }: ObjectType): string {
  const parts = [
    ...fields.map(({ name, value, required }) => `${name}${required === true ? "" : "?"}: ${printType(value)}`),
    ...(silent === true ? ["~"] : others === undefined ? [] : [`[key]: ${printType(others)}`]),
  ];
  return parts.length === 0 ? "{ }" : `{ ${parts.join("; ")} }`;
}
