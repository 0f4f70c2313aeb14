import { UNKNOWN } from "../../model/cel/unknown.ts";
import type { Rule } from "../../model/rule.ts";
import { isObject } from "./data.ts";

/** With more missing fields than these, not every choice of them is tried. */
const MOST = 4;

/**
 * Says whether a value that breaks a rule could keep it with more fields, whatever they hold: one without `chart` and `chartRef`
 * could, one with both could not.
 */
export function mayBeFilled({ rule }: Rule, self: unknown, keepsRule: (self: unknown) => boolean): boolean {
  if (!isObject(self)) return false;
  const mentioned = new Set([...rule.matchAll(/\bself\.([A-Za-z_]\w*)/g)].flatMap(([, name]) => name ?? []));
  const missing = [...mentioned].filter((name) => !Object.hasOwn(self, name)).slice(0, MOST);
  return choicesOf(missing).some((names) =>
    keepsRule({ ...self, ...Object.fromEntries(names.map((name) => [name, UNKNOWN])) }),
  );
}

/** Every choice of at least one. */
function choicesOf(names: readonly string[]): readonly (readonly string[])[] {
  const [first, ...rest] = names;
  if (first === undefined) return [];
  const others = choicesOf(rest);
  return [[first], ...others.map((choice) => [first, ...choice]), ...others];
}
