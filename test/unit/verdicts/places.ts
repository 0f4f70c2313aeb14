import type { Schema } from "../../../sdk/model/schema.ts";
import { sampleOf } from "./sample-value.ts";

/** Steps from an object to a place in it. */
export type Steps = readonly (string | number)[];

/** A place of a kind that can be written, with its schema. */
export interface Place {
  readonly steps: Steps;
  readonly schema: Schema;
}

/** Every place below a schema, outermost first. Lists and maps are entered by their first entry. */
export function placesBelow(schema: Schema, steps: Steps = []): readonly Place[] {
  return childrenOf(schema).flatMap(([step, child]) => {
    const below = [...steps, step];
    return [{ steps: below, schema: child }, ...placesBelow(child, below)];
  });
}

function childrenOf(schema: Schema): readonly (readonly [string | number, Schema])[] {
  if (schema.type === "object") return Object.entries(schema.properties);
  if (schema.type === "array") return [[0, schema.items]];
  return schema.type === "map" ? [["app", schema.values]] : [];
}

/** A copy of a value with another at some place. What is missing on the way is made as the schema needs it. */
export function withValue(holder: unknown, schema: Schema, steps: Steps, value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  const known = holder ?? sampleOf(schema);
  const child = childrenOf(schema).find(([name]) => name === step)?.[1];
  const below = valueAt(known, step);
  const next = child === undefined ? value : withValue(below, child, rest, value);
  if (Array.isArray(known)) return [next, ...known.slice(1)];
  return { ...Object(known), [step]: next };
}

/** A copy of a value without the field at some place. */
export function withoutField(holder: unknown, [step, ...rest]: Steps): unknown {
  if (step === undefined || typeof holder !== "object" || holder === null) return holder;
  if (Array.isArray(holder)) return [withoutField(holder[0], rest), ...holder.slice(1)];
  const fields = Object.entries(holder);
  return Object.fromEntries(
    rest.length === 0
      ? fields.filter(([name]) => name !== step)
      : fields.map(([name, field]) => [name, name === step ? withoutField(field, rest) : field]),
  );
}

function valueAt(holder: unknown, step: string | number): unknown {
  return new Map<string, unknown>(Object.entries(Object(holder))).get(String(step));
}
