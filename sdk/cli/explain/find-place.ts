import { nearestWord } from "../../diagnostics/nearest-word.ts";
import type { UsageError } from "../arguments/command.ts";
import { fieldOf, fieldsOf, type ObjectPlace, objectAt, type Place } from "./place.ts";

/** Follows the names of fields from a kind. Lists are passed through; behind a map, a name may be one of its keys. */
export function findPlace(kind: Place, names: readonly string[]): Place | UsageError {
  let place = kind;
  for (const name of names) {
    const holder = objectAt(place);
    if (holder !== undefined && Object.hasOwn(holder.schema.properties, name)) place = fieldOf(holder, name);
    else if (place.schema.type === "map")
      place = { ...place, schema: place.schema.values, path: `${place.path}{}`, topic: `${place.topic}.${name}` };
    else return unknownField(kind, place, holder, name);
  }
  return place;
}

function unknownField(kind: Place, place: Place, holder: ObjectPlace | undefined, name: string): UsageError {
  const message = `${place.topic} has no field "${name}"`;
  if (holder === undefined) {
    const hint =
      place.schema.type === "opaque" ? "it holds whatever the author writes" : "it is a value without fields";
    return { type: "usage", message, hint };
  }
  const fields = Object.keys(holder.schema.properties);
  const nearest = nearestWord(name, fields);
  if (nearest !== undefined) return { type: "usage", message, hint: `did you mean ${holder.topic}.${nearest}?` };
  const elsewhere = placesCalled(kind, name);
  const hint = elsewhere.length > 0 ? `there is ${elsewhere.join(", ")}` : `its fields are ${fields.join(", ")}`;
  return { type: "usage", message, hint };
}

/** The fields of a name, at whatever depth. */
function placesCalled(place: Place, name: string): readonly string[] {
  const holder = objectAt(place);
  if (holder === undefined) return [];
  return fieldsOf(holder).flatMap((field) => [
    ...(field.name.toLowerCase() === name.toLowerCase() ? [field.topic] : []),
    ...placesCalled(field, name),
  ]);
}
