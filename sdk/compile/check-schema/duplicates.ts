import type { ListSchema } from "../../model/schema.ts";
import { canonicalJson } from "./canonical-json.ts";
import { isObject, ownField } from "./data.ts";
import type { Walk } from "./walk.ts";

/** Makes the check that no two items of a list are one. `undefined` where they may be. */
export function duplicateCheck({
  listType,
  keys = [],
  uniqueItems,
}: ListSchema): ((items: readonly unknown[], walk: Walk) => void) | undefined {
  if (listType === "map") {
    return (items, walk) => {
      if (items.length > 1) findRepeats(items, (item) => keyOf(item, keys, walk), `the same ${keys.join(", ")}`, walk);
    };
  }
  if (listType !== "set" && !uniqueItems) return undefined;
  return (items, walk) => {
    if (items.length > 1)
      findRepeats(items, (item) => (walk.isUnknown(item) ? undefined : canonicalJson(item)), "the same value", walk);
  };
}

/** The values by which an item of a map is known. `undefined` for what is no such item, or not known yet. */
function keyOf(item: unknown, keys: readonly string[], walk: Walk): string | undefined {
  if (item !== null && (!isObject(item) || walk.isUnknown(item))) return undefined;
  const values = keys.map((key) => (item === null ? undefined : ownField(item, key)));
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
