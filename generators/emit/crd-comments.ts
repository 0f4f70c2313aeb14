import type { Schema } from "../../sdk/model/schema.ts";
import { constraintWords } from "../../sdk/model/schema-words.ts";
import type { ObjectNode, SchemaNode } from "../schema/schema-model.ts";
import { slotOf } from "../schema/slot.ts";
import type { Comments, Docs } from "./docs.ts";
import { WIDTH, wrapComment } from "./layout.ts";
import { schemaFacts } from "./schema-facts.ts";
import { isEmpty } from "./type-text.ts";

/** The comments of a user's kind: the descriptions of its CRD, and behind them what the schema demands. */
export const crdComments: Comments = {
  // What is said of a field stands at the field. Items, values and the whole have none.
  ofType: ({ path, description }) => (isField(path) ? [] : descriptionDocs([description], 0)),
  ofField: (_, { node, default: byDefault }) => {
    const value = byDefault === undefined ? [] : [`Default: \`${JSON.stringify(byDefault)}\`.`];
    const facts = [...(isScalarBelow(node) ? constraintsOf(node) : []), ...value].join(" ");
    return descriptionDocs([...descriptionsOf(node), facts], 2);
  },
};

/** A comment of paragraphs that somebody else wrote. */
export function descriptionDocs(paragraphs: readonly (string | undefined)[], indent: number): Docs {
  const text = paragraphs.flatMap((paragraph) => paragraph?.trim() || []).join("\n\n");
  if (text === "") return [];
  const lines = escaped(text)
    .split(/\r\n|\r|\n/)
    .flatMap((line) => wrapped(line.trimEnd(), indent));
  const [only = ""] = lines;
  if (lines.length === 1 && indent + only.length + "/**  */".length <= WIDTH) return [{ description: only }];
  return [{ description: ["", ...lines].join("\n") }];
}

/** A line that fits is left as it is, for it may be part of a list or an example. */
function wrapped(line: string, indent: number): readonly string[] {
  if (indent + " * ".length + line.length <= WIDTH) return [line];
  const start = /^\s*/.exec(line)?.[0] ?? "";
  return wrapComment(line.trim(), indent + start.length).map((part) => `${start}${part}`);
}

/** Takes the meaning from what would end a comment, or be read as a tag. */
function escaped(text: string): string {
  return text.replaceAll("*/", "*\\/").replace(/(^|[^\w\\])@/g, "$1\\@");
}

function isField(path: string): boolean {
  return path !== "" && path !== "spec" && !path.endsWith("[]") && !path.endsWith("{}");
}

/** What is said of a place, and of what is in it and has no type of its own. */
function descriptionsOf(node: SchemaNode): readonly (string | undefined)[] {
  if (node.type === "array") return [node.description, ...within(node.items)];
  return node.type === "map" ? [node.description, ...within(node.values)] : [node.description];
}

function within(node: SchemaNode): readonly (string | undefined)[] {
  return node.type === "object" && hasType(node) ? [] : descriptionsOf(node);
}

function hasType(node: ObjectNode): boolean {
  const slot = slotOf(node);
  return !isEmpty(node) && slot !== "full" && slot !== "local";
}

/** The demands of an object are those of its fields, which have comments of their own. */
function isScalarBelow(node: SchemaNode): boolean {
  if (node.type === "array") return isScalarBelow(node.items);
  return node.type === "map" ? isScalarBelow(node.values) : node.type !== "object";
}

function constraintsOf(node: SchemaNode): readonly string[] {
  // The facts of a node are its schema, apart from fields that are `undefined`.
  return constraintWords(schemaFacts(node) as Schema);
}
