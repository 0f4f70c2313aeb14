import type { ListSchema } from "../../model/schema.ts";
import { countCheck } from "./check-count.ts";
import { wrongContainer } from "./check-type.ts";
import { duplicateCheck } from "./duplicates.ts";
import { schemaIn } from "./flux-range.ts";
import type { Settings } from "./settings.ts";
import type { Check } from "./walk.ts";

/** No list of more items fits in a request. */
const MOST_ITEMS = 3 * 2 ** 20;

/** Makes the check of a list. */
export function listCheck(schema: ListSchema, settings: Settings): Check {
  const count = countCheck(schema, "item");
  const duplicates = duplicateCheck(schema, settings.flux);
  const hasDefault = (schemaIn(schema.items, settings.flux).default ?? null) !== null;
  let item: Check | undefined;
  return (value, walk) => {
    if (!Array.isArray(value)) {
      walk.fail(value, wrongContainer(value, "a list", settings));
      return;
    }
    // One without an end is found by its size.
    if (value.length > MOST_ITEMS) return;
    item ??= settings.check(schema.items, settings);
    for (let index = 0; index < value.length; index++) {
      const child: unknown = value[index];
      // The API server leaves a null in a list where it is.
      if (child === undefined || (child === null && hasDefault)) {
        walk.sawNull ||= child === null;
        continue;
      }
      walk.path.push(index);
      item(child, walk);
      walk.path.pop();
    }
    count?.(value.length, value, walk);
    duplicates?.(value, walk);
  };
}
