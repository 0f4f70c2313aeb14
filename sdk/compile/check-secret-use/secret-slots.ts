import type { FieldPath } from "../../model/field-path.ts";
import type { Schema } from "../../model/schema.ts";
import type { SecretConsumer } from "../../model/secret-use.ts";
import { CONSUMERS } from "./consumers.ts";

/** A place of a kind that may have to name a Secret. */
export interface NeededSlot {
  readonly path: FieldPath;
  readonly consumer: SecretConsumer;
}

const known = new WeakMap<Schema, readonly NeededSlot[]>();

/** The places of a kind whose readers do not always do without a Secret. */
export function neededSlots(schema: Schema): readonly NeededSlot[] {
  let slots = known.get(schema);
  if (!slots) {
    slots = [...slotsBelow(schema, [])];
    known.set(schema, slots);
  }
  return slots;
}

function* slotsBelow(schema: Schema, path: FieldPath): Generator<NeededSlot> {
  const consumer = "reference" in schema ? schema.reference?.secret : undefined;
  if (consumer !== undefined && CONSUMERS[consumer].without) yield { path, consumer };
  if (schema.type !== "object") return;
  for (const [name, field] of Object.entries(schema.properties)) yield* slotsBelow(field, [...path, name]);
}
