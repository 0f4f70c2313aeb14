import type { Schema } from "../../model/schema.ts";
import { fieldsCheck } from "./check-fields.ts";
import { enumCheck, leafCheck } from "./check-leaf.ts";
import { listCheck } from "./check-list.ts";
import { mapCheck } from "./check-map.ts";
import { narrowingCheck } from "./check-narrowing.ts";
import { opaqueCheck } from "./check-opaque.ts";
import { schemaIn } from "./flux-range.ts";
import type { Settings } from "./settings.ts";
import type { Check } from "./walk.ts";

/**
 * Makes the check of a place, and of all below it. A `null` that the API server takes away is none of its business: those that look
 * at fields leave them out.
 */
export function schemaCheck(given: Schema, settings: Settings): Check {
  const schema = schemaIn(given, settings.flux);
  const check = withNarrowing(typeCheck(schema, settings), schema, settings);
  if (!schema.nullable) return check;
  const ofNull = "enum" in schema ? enumCheck(schema, settings) : undefined;
  return (value, walk) => {
    if (value !== null) check(value, walk);
    else ofNull?.(value, walk);
  };
}

function typeCheck(schema: Schema, settings: Settings): Check {
  switch (schema.type) {
    case "object":
      return fieldsCheck(schema, settings);
    case "array":
      return listCheck(schema, settings);
    case "map":
      return mapCheck(schema, settings);
    case "opaque":
      return opaqueCheck(schema, settings);
    default:
      return leafCheck(schema, settings);
  }
}

function withNarrowing(check: Check, schema: Schema, settings: Settings): Check {
  const narrowing = narrowingCheck(schema, settings);
  if (narrowing === undefined) return check;
  return (value, walk) => {
    check(value, walk);
    narrowing(value, walk);
  };
}
