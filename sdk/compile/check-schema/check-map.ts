import type { MapSchema } from "../../model/schema.ts";
import { countCheck } from "./check-count.ts";
import { syntaxCheck } from "./check-syntax.ts";
import { wrongContainer } from "./check-type.ts";
import { isObject } from "./data.ts";
import { schemaIn } from "./flux-range.ts";
import type { Settings } from "./settings.ts";
import type { Check } from "./walk.ts";

/** Makes the check of an object with keys that its author chose. Its values are the author's own, so no message shows them. */
export function mapCheck(schema: MapSchema, settings: Settings): Check {
  const count = countCheck(schema, "field");
  const { nullable, default: filled } = schemaIn(schema.values, settings.flux);
  const isPresent = (value: unknown): boolean =>
    value !== undefined && (value !== null || nullable === true || (filled ?? null) !== null);
  const ofKey = schema.keySyntax && syntaxCheck(schema.keySyntax, settings);
  let check: Check | undefined;
  return (value, walk) => {
    if (!isObject(value)) {
      walk.fail(value, wrongContainer(value, "an object", settings));
      return;
    }
    if (walk.isUnknown(value)) return;
    check ??= settings.check(schema.values, { ...settings, isHidden: true });
    for (const key in value) {
      const child = value[key];
      if (child === undefined || (child === null && !nullable)) {
        walk.sawNull ||= child === null;
        continue;
      }
      walk.path.push(key);
      if (ofKey && !walk.isUnknown(key)) ofKey(key, walk);
      check(child, walk);
      walk.path.pop();
    }
    if (count) count(Object.keys(value).filter((key) => isPresent(value[key])).length, value, walk);
  };
}
