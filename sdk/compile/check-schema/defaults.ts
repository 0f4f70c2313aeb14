import { setField } from "../../model/copy.ts";
import type { FluxVersion } from "../../model/flux-version.ts";
import type { ObjectSchema, Schema } from "../../model/schema.ts";
import { isObject } from "./data.ts";
import { schemaIn } from "./flux-range.ts";

/** Completes a value as the API server does, in a copy: nulls that mean nothing are taken away, and defaults are filled in. */
export type Completion = (value: unknown) => unknown;

/**
 * Makes the completion of a place. `undefined` where nothing below is ever filled in: there a value is complete as it is, but for
 * nulls.
 *
 * @param takesNulls Whether nulls are to be looked for too. An object that has none costs less without.
 */
export function completionOf(
  given: Schema,
  flux: FluxVersion | undefined,
  takesNulls: boolean,
): Completion | undefined {
  const schema = schemaIn(given, flux);
  switch (schema.type) {
    case "object":
      return objectCompletion(schema, flux, takesNulls);
    case "array": {
      const item = completionOf(schema.items, flux, takesNulls);
      const { nullable, default: filled } = schemaIn(schema.items, flux);
      if (item === undefined && filled === undefined) return undefined;
      const complete = (value: unknown): unknown => {
        const whole = value === null && !nullable && filled !== undefined ? filled : value;
        return item ? item(whole) : whole;
      };
      return (value) => (Array.isArray(value) ? changedItems(value, complete) : value);
    }
    case "map": {
      const field = completionOf(schema.values, flux, takesNulls);
      const { nullable, default: filled } = schemaIn(schema.values, flux);
      if (field === undefined && filled === undefined && !takesNulls) return undefined;
      const complete = (value: unknown): unknown => {
        if (value !== null || nullable) return field ? field(value) : value;
        return filled === undefined ? undefined : filled;
      };
      return (value) => (isObject(value) ? changedFields(value, (_key, child) => complete(child)) : value);
    }
    default:
      return undefined;
  }
}

function objectCompletion(
  { properties }: ObjectSchema,
  flux: FluxVersion | undefined,
  takesNulls: boolean,
): Completion | undefined {
  const completions = new Map<string, Completion>();
  const defaults = new Map<string, unknown>();
  const nullable = new Set<string>();
  for (const [name, given] of Object.entries(properties)) {
    const schema = schemaIn(given, flux);
    const completion = completionOf(schema, flux, takesNulls);
    if (completion) completions.set(name, completion);
    if ((schema.default ?? null) !== null) defaults.set(name, schema.default);
    if (schema.nullable) nullable.add(name);
  }
  if (completions.size === 0 && defaults.size === 0 && !takesNulls) return undefined;
  const known = new Set(Object.keys(properties));
  const completed = (name: string, value: unknown): unknown => {
    const isTaken = value === null && !nullable.has(name) && known.has(name);
    const whole = isTaken ? defaults.get(name) : value;
    return whole === undefined ? undefined : (completions.get(name)?.(whole) ?? whole);
  };
  return (value) => {
    if (!isObject(value)) return value;
    let result = takesNulls ? changedFields(value, completed) : value;
    let own: Record<string, unknown> | undefined;
    const set = (name: string, field: unknown): void => {
      own ??= { ...result };
      result = own;
      setField(own, name, field);
    };
    if (!takesNulls) {
      for (const [name, complete] of completions) {
        if (!Object.hasOwn(value, name)) continue;
        const field = complete(value[name]);
        if (field !== value[name]) set(name, field);
      }
    }
    for (const [name, filled] of defaults) if (!Object.hasOwn(result, name)) set(name, completed(name, filled));
    return result;
  };
}

/** The fields with what a function makes of each; without those of which it makes `undefined`. */
function changedFields(
  value: Readonly<Record<string, unknown>>,
  change: (key: string, field: unknown) => unknown,
): Readonly<Record<string, unknown>> {
  let changed: Record<string, unknown> | undefined;
  for (const key of Object.keys(value)) {
    const old = value[key];
    const field = change(key, old);
    if (field === old) continue;
    changed ??= { ...value };
    if (field === undefined) delete changed[key];
    else setField(changed, key, field);
  }
  return changed ?? value;
}

function changedItems(value: readonly unknown[], change: (item: unknown) => unknown): readonly unknown[] {
  let changed: unknown[] | undefined;
  for (let index = 0; index < value.length; index++) {
    const item = change(value[index]);
    if (item === value[index]) continue;
    changed ??= [...value];
    changed[index] = item;
  }
  return changed ?? value;
}
