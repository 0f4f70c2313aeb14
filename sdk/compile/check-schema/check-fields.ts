import type { ObjectSchema } from "../../model/schema.ts";
import { countCheck } from "./check-count.ts";
import { checkEmbedded, isEmbeddedField } from "./check-embedded.ts";
import { fieldCheck } from "./check-field.ts";
import { wrongContainer } from "./check-type.ts";
import { isObject } from "./data.ts";
import { isRequired, schemaIn } from "./flux-range.ts";
import { missingField } from "./missing-field.ts";
import type { Settings } from "./settings.ts";
import { unknownField } from "./unknown-field.ts";
import type { Check } from "./walk.ts";

/** Makes the check of an object with named fields. */
export function fieldsCheck(schema: ObjectSchema, settings: Settings): Check {
  const { properties, open, embedded } = schema;
  const names = Object.keys(properties);
  /** A field is compiled when an object has it, which most objects have not. */
  const fields = new Map<string, Check | undefined>(names.map((name) => [name, undefined]));
  const compiled = (name: string): Check | undefined => {
    if (!fields.has(name)) return undefined;
    const check = fieldCheck(name, schema, settings);
    fields.set(name, check);
    return check;
  };
  const nullable = new Set(names.filter((name) => propertyOf(schema, name, settings)?.nullable));
  const defaulted = new Set(names.filter((name) => (propertyOf(schema, name, settings)?.default ?? null) !== null));
  const required = requiredFields(schema, settings).filter((name) => !defaulted.has(name));
  const count = countCheck(schema, "field");
  const isPresent = (value: unknown, name: string): boolean =>
    value !== undefined && (value !== null || nullable.has(name));

  return (value, walk) => {
    if (!isObject(value)) {
      walk.fail(value, wrongContainer(value, "an object", settings));
      return;
    }
    if (walk.isUnknown(value)) return;
    let meant: Set<string> | undefined;
    for (const key in value) {
      const field = fields.get(key) ?? compiled(key);
      const child = value[key];
      if (field !== undefined) {
        if (!isPresent(child, key)) {
          walk.sawNull ||= child === null;
          continue;
        }
        walk.path.push(key);
        field(child, walk);
        walk.path.pop();
      } else if (!open && child !== undefined && !(embedded && isEmbeddedField(key)) && Object.hasOwn(value, key)) {
        if (walk.isFull) return;
        const suggestion = unknownField(key, child, schema, settings, walk);
        if (suggestion !== undefined) meant = (meant ?? new Set()).add(suggestion);
      }
    }
    for (const name of required) {
      if (Object.hasOwn(value, name) && isPresent(value[name], name)) continue;
      // A mistyped name is one mistake, not two.
      if (!meant?.has(name)) missingField(name, value, schema, settings, walk);
    }
    if (count) {
      const given = Object.keys(value).filter((key) => (fields.has(key) ? isPresent(value[key], key) : open));
      count(new Set([...given, ...defaulted]).size, value, walk);
    }
    if (embedded) checkEmbedded(value, walk);
  };
}

function propertyOf(
  { properties }: ObjectSchema,
  name: string,
  { flux }: Settings,
): ObjectSchema["properties"][string] | undefined {
  const property = properties[name];
  return property && schemaIn(property, flux);
}

function requiredFields({ properties, required = [] }: ObjectSchema, { flux }: Settings): readonly string[] {
  const inNewest = new Set(required);
  const names = Object.keys(properties).filter((name) => {
    const property = properties[name];
    return property !== undefined && isRequired(inNewest.has(name), property, flux);
  });
  // A schema may require a field that it does not describe.
  return [...names, ...required.filter((name) => !Object.hasOwn(properties, name))];
}
