import type { FluxVersion } from "../../model/flux-version.ts";
import type { ListSchema, Schema } from "../../model/schema.ts";
import { canonicalJson } from "./canonical-json.ts";
import { isObject, ownField } from "./data.ts";
import { schemaIn } from "./flux-range.ts";
import type { Walk } from "./walk.ts";

/** Makes the check that no two items of a list are one. `undefined` where they may be. */
export function duplicateCheck(
  { listType, keys = [], uniqueItems, items: item }: ListSchema,
  flux: FluxVersion | undefined,
): ((items: readonly unknown[], walk: Walk) => void) | undefined {
  if (listType === "map") {
    const filled = keys.map((key) => defaultOf(item, key, flux));
    const identify = (value: unknown, walk: Walk): string | undefined => keyOf(value, keys, filled, walk);
    return (items, walk) => {
      if (items.length > 1) findRepeats(items, (value) => identify(value, walk), `the same ${keys.join(", ")}`, walk);
    };
  }
  if (listType !== "set" && !uniqueItems) return undefined;
  return (items, walk) => {
    if (items.length > 1)
      findRepeats(items, (item) => (walk.isUnknown(item) ? undefined : canonicalJson(item)), "the same value", walk);
  };
}

/** What a field of an item is filled in with. */
function defaultOf(item: Schema, key: string, flux: FluxVersion | undefined): unknown {
  const property = item.type === "object" && Object.hasOwn(item.properties, key) ? item.properties[key] : undefined;
  return property && schemaIn(property, flux).default;
}

/** The values by which an item of a map is known. `undefined` for what is no such item, or not known yet. */
function keyOf(item: unknown, keys: readonly string[], filled: readonly unknown[], walk: Walk): string | undefined {
  if (item !== null && (!isObject(item) || walk.isUnknown(item))) return undefined;
  const values = keys.map((key, index) => (item === null ? undefined : (ownField(item, key) ?? filled[index])));
  return values.some((value) => walk.isUnknown(value)) ? undefined : canonicalJson(values);
}

function findRepeats(
  items: readonly unknown[],
  identify: (item: unknown) => string | undefined,
  what: string,
  walk: Walk,
): void {
  const first = new Map<string, number>();
  const reported = new Set<string>();
  for (const [index, item] of items.entries()) {
    const identity = identify(item);
    if (identity === undefined) continue;
    const earlier = first.get(identity);
    if (earlier === undefined) first.set(identity, index);
    else if (!reported.has(identity)) {
      reported.add(identity);
      const says = `has ${what} as item ${earlier}`;
      walk.report({ code: "schema/duplicate", says, hint: "leave one of the two out, or change it" }, [index]);
    }
  }
}
