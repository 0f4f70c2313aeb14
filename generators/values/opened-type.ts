import type { ObjectType, ValueType } from "./values-model.ts";

/** A type without silence: what templates hand on as a whole may hold other keys, as far down as the schema allows. */
export function opened(type: ValueType, named: Map<string, ValueType>): ValueType {
  return openedIn(type, named, new Set());
}

/** An object without silence, here and below. */
export function openedObject(
  { silent: _, ...object }: ObjectType,
  named: Map<string, ValueType>,
  done: Set<string> = new Set(),
): ObjectType {
  const fields = object.fields.map((field) => ({ ...field, value: openedIn(field.value, named, done) }));
  const others = object.others === undefined ? undefined : openedIn(object.others, named, done);
  return { ...object, fields, ...(others === undefined ? {} : { others }) };
}

/** `done` are the shared types that are open, or about to be. */
function openedIn(type: ValueType, named: Map<string, ValueType>, done: Set<string>): ValueType {
  const open = (part: ValueType): ValueType => openedIn(part, named, done);
  switch (type.type) {
    case "object":
      return openedObject(type, named, done);
    case "list":
      return { ...type, items: open(type.items) };
    case "tuple":
      return { ...type, items: type.items.map(open), ...(type.rest === undefined ? {} : { rest: open(type.rest) }) };
    case "union":
    case "intersection":
      return { ...type, members: type.members.map(open) };
    case "named": {
      const content = named.get(type.name);
      if (content === undefined || done.has(type.name)) return type;
      done.add(type.name);
      named.set(type.name, open(content));
      return type;
    }
    default:
      return type;
  }
}
