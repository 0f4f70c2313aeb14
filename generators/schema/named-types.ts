import { problem, type Report } from "../diagnostic.ts";
import type { ObjectNode, SchemaNode } from "./schema-model.ts";
import { slotOf } from "./slot.ts";
import { overlayFile } from "./track-overlay.ts";

/**
 * The objects of a kind that have a type of their own, each once: the spec first, then as a reader meets them. Reports names
 * that stand for different shapes.
 */
export function namedTypes(kind: string, spec: ObjectNode, report: Report): readonly ObjectNode[] {
  const types = new Map<string, ObjectNode>();
  visit(spec);
  return [...types.values()];

  function visit(node: SchemaNode): void {
    if (node.type === "array") visit(node.items);
    if (node.type === "map") visit(node.values);
    if (node.type !== "object") return;
    const slot = slotOf(node);
    if (slot === "full" || slot === "local") return;
    const known = types.get(node.name);
    if (known === undefined) types.set(node.name, node);
    else if (shapeOf(known) !== shapeOf(node)) conflict(known, node);
    for (const field of node.fields) visit(field.node);
  }

  function conflict(known: ObjectNode, node: ObjectNode): void {
    report(
      problem(
        "generate/name-conflict",
        { file: overlayFile(kind), path: node.path },
        `${known.path} and ${node.path} of ${kind} differ, and both are called ${node.name}`,
        `give one of them another name under "names" in the kind's overlay`,
      ),
    );
  }
}

/** Places, and what narrows values without changing their type. */
const NO_SHAPE = new Set(["path", "facts", "earlier", "rules"]);

/** What must be equal for two places to share a type: everything but the places themselves. */
function shapeOf(node: ObjectNode): string {
  return JSON.stringify(node, (key, value) => (NO_SHAPE.has(key) ? undefined : value));
}
