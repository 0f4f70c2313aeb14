import type { Settings } from "./settings.ts";
import { showValue, typeOf } from "./show-value.ts";
import type { Said } from "./walk.ts";

/** What is said of a value where an object or a list has to be. */
export function wrongContainer(value: unknown, wanted: "an object" | "a list", { isHidden }: Settings): Said {
  const isScalar = typeof value !== "object" && !isHidden;
  const shown = isScalar ? `${showValue(value)}, ${typeOf(value)}` : typeOf(value);
  const hint = wanted === "a list" && value !== null ? "put it in a list: [ … ]" : `write ${wanted}`;
  return { code: "schema/type", says: `is ${shown}, and has to be ${wanted}`, hint, blocking: true };
}
