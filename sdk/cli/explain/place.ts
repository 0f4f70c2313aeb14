import { InternalError } from "../../diagnostics/internal-error.ts";
import type { ObjectSchema, Schema } from "../../model/schema.ts";

/** A place in a kind's schema. */
export interface Place {
  /** How a reader writes it: `Kustomization.spec.patches.target`. */
  readonly topic: string;
  /** How texts call it, with lists and maps: `spec.patches[].target`. */
  readonly path: string;
  readonly schema: Schema;
  /** The object that has it as a field. */
  readonly holder?: ObjectPlace | undefined;
  /** What the field is called. */
  readonly name: string;
}

/** A place where an object stands. */
export interface ObjectPlace extends Place {
  readonly schema: ObjectSchema;
}

/** Gives the object at a place: itself, or what a list or map there holds. */
export function objectAt(place: Place): ObjectPlace | undefined {
  const { schema, path } = place;
  switch (schema.type) {
    case "object":
      return { ...place, schema };
    case "array":
      return objectAt({ ...place, schema: schema.items, path: `${path}[]` });
    case "map":
      return objectAt({ ...place, schema: schema.values, path: `${path}{}` });
    default:
      return undefined;
  }
}

/** Gives the fields of an object. */
export function fieldsOf(holder: ObjectPlace): readonly Place[] {
  return Object.keys(holder.schema.properties).map((name) => fieldOf(holder, name));
}

/** Gives a field of an object. */
export function fieldOf(holder: ObjectPlace, name: string): Place {
  const schema = holder.schema.properties[name];
  if (schema === undefined) throw new InternalError(`${holder.path} has no field ${name}`);
  const path = holder.path === "" ? name : `${holder.path}.${name}`;
  return { topic: `${holder.topic}.${name}`, path, schema, holder, name };
}
