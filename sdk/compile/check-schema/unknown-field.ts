import { nearestWord } from "../../diagnostics/nearest-word.ts";
import { formatFieldPath } from "../../model/field-path.ts";
import type { ObjectSchema, Schema } from "../../model/schema.ts";
import { isOlder } from "./flux-range.ts";
import { isMetadataField } from "./metadata-fields.ts";
import type { Settings } from "./settings.ts";
import type { Walk } from "./walk.ts";

/** Longer than any field, and long enough to keep the search for the nearest word busy. */
const LONGEST_FIELD = 80;

/** Reports a field that there is not, and says which field was meant, where that can be told. */
export function unknownField(
  name: string,
  value: unknown,
  schema: ObjectSchema,
  settings: Settings,
  walk: Walk,
): string | undefined {
  const fields = Object.keys(schema.properties).filter((field) => {
    const since = schema.properties[field]?.since;
    return since === undefined || !isOlder(settings.flux, since);
  });
  const parent = walk.path.length === 0 ? "the object" : formatFieldPath(walk.path);
  const nearest = name.length > LONGEST_FIELD ? undefined : nearestWord(name, fields);
  const hint =
    nearest === undefined
      ? elsewhere(name, fields, parent, settings, walk)
      : `did you mean ${JSON.stringify(nearest)}?`;
  // What is never there in the end is no mistake; a text is there, whatever it becomes.
  if (typeof value !== "string" && walk.isUnknown(value)) return undefined;
  walk.path.push(name);
  walk.report({
    code: "schema/unknown-field",
    says: `is no field of ${parent}`,
    hint,
    suggestion: nearest,
    blocking: true,
  });
  walk.path.pop();
  return nearest;
}

/** Where a field of this name is, or which fields there are here. */
function elsewhere(name: string, fields: readonly string[], parent: string, settings: Settings, walk: Walk): string {
  if (name.length > LONGEST_FIELD) return "leave it out";
  if (walk.path.length === 1 && isMetadataField(name)) return `write it under metadata: metadata.${name}`;
  const places = placesOf(name, settings.root);
  if (places.length > 0) return `leave it out here; ${name} is a field of ${places.join(" and of ")}`;
  if (fields.length === 0) return "leave it out";
  const shown = fields.length > 24 ? [...fields.slice(0, 24), "…"] : fields;
  return `leave it out; the fields of ${parent} are ${shown.join(", ")}`;
}

/** The places of a schema that have a field of a name, the shallowest two. */
function placesOf(name: string, root: Schema): readonly string[] {
  const found: string[] = [];
  let level: readonly (readonly [path: string, schema: Schema])[] = [["", root]];
  for (let depth = 0; depth < 8 && found.length < 2 && level.length > 0; depth++) {
    for (const [path, schema] of level) {
      if (schema.type === "object" && path !== "" && Object.hasOwn(schema.properties, name)) found.push(path);
    }
    level = level.flatMap(([path, schema]) => childrenOf(path, schema));
  }
  return found.slice(0, 2);
}

function childrenOf(path: string, schema: Schema): readonly (readonly [path: string, schema: Schema])[] {
  switch (schema.type) {
    case "object":
      return Object.entries(schema.properties).map(([key, child]) => [path === "" ? key : `${path}.${key}`, child]);
    case "array":
      return [[`${path}[]`, schema.items]];
    case "map":
      return [[`${path}.*`, schema.values]];
    default:
      return [];
  }
}
