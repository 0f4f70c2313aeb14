import type { OpaqueSchema } from "../../model/schema.ts";
import { checkEmbedded } from "./check-embedded.ts";
import { wrongContainer } from "./check-type.ts";
import { isObject } from "./data.ts";
import type { Settings } from "./settings.ts";
import type { Check } from "./walk.ts";

/** Makes the check of a place that holds anything. */
export function opaqueCheck({ object, embedded }: OpaqueSchema, settings: Settings): Check {
  if (!object && !embedded) return () => undefined;
  return (value, walk) => {
    if (!isObject(value)) walk.fail(value, wrongContainer(value, "an object", settings));
    else if (embedded && !walk.isUnknown(value)) checkEmbedded(value, walk);
  };
}
