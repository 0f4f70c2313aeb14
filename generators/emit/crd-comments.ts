import type { Schema } from "../../sdk/model/schema.ts";
import { constraintWords } from "../../sdk/model/schema-words.ts";
import type { ObjectNode, SchemaNode } from "../schema/schema-model.ts";
import { slotOf } from "../schema/slot.ts";
import { descriptionDocs } from "./description-docs.ts";
import type { Comments } from "./docs.ts";
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
