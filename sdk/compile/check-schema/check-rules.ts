import type { Rule, RuleEvaluator } from "../../model/rule.ts";
import type { Schema } from "../../model/schema.ts";
import { isObject } from "./data.ts";
import { hasRule, isOlder, schemaIn } from "./flux-range.ts";
import { maskUnknown } from "./mask-unknown.ts";
import { mayBeFilled } from "./may-be-filled.ts";
import { NOT_EVALUATED_HINT } from "./not-evaluated.ts";
import type { Settings } from "./settings.ts";
import type { Check, Walk } from "./walk.ts";

/**
 * Makes the check of the rules at a place and below it, over complete values. `undefined` where there are none.
 *
 * @param evaluate For rules that have no function; without it, they are not looked at, which is said.
 */
export function rulesCheck(
  given: Schema,
  settings: Pick<Settings, "flux">,
  evaluate: RuleEvaluator | undefined,
): Check | undefined {
  const schema = schemaIn(given, settings.flux);
  const own = (schema.rules ?? []).filter((rule) => hasRule(settings.flux, rule));
  const below = belowCheck(schema, settings, evaluate);
  if (own.length === 0) return below;
  return (value, walk) => {
    // The API server looks at the rules of a place before those below it.
    if (value !== null) for (const rule of own) checkRule(rule, value, schema, evaluate, walk);
    below?.(value, walk);
  };
}

function belowCheck(
  schema: Schema,
  settings: Pick<Settings, "flux">,
  evaluate: RuleEvaluator | undefined,
): Check | undefined {
  switch (schema.type) {
    case "object": {
      const fields = Object.entries(schema.properties).flatMap(([name, property]) => {
        if (property.since !== undefined && isOlder(settings.flux, property.since)) return [];
        const check = rulesCheck(property, settings, evaluate);
        return check ? [{ name, check }] : [];
      });
      if (fields.length === 0) return undefined;
      return (value, walk) => {
        if (!isObject(value) || walk.isUnknown(value)) return;
        for (const { name, check } of fields) {
          if (Object.hasOwn(value, name)) at(name, value[name], check, walk);
        }
      };
    }
    case "array": {
      const check = rulesCheck(schema.items, settings, evaluate);
      return (
        check &&
        ((value, walk) => {
          if (Array.isArray(value)) for (const [index, item] of value.entries()) at(index, item, check, walk);
        })
      );
    }
    case "map": {
      const check = rulesCheck(schema.values, settings, evaluate);
      return (
        check &&
        ((value, walk) => {
          if (isObject(value) && !walk.isUnknown(value))
            for (const [key, field] of Object.entries(value)) at(key, field, check, walk);
        })
      );
    }
    default:
      return undefined;
  }
}

function at(key: string | number, value: unknown, check: Check, walk: Walk): void {
  walk.path.push(key);
  check(value, walk);
  walk.path.pop();
}

function checkRule(rule: Rule, value: unknown, schema: Schema, evaluate: RuleEvaluator | undefined, walk: Walk): void {
  const outcomeOf = (self: unknown): ReturnType<RuleEvaluator> =>
    rule.test ? rule.test(self) : (evaluate?.(rule, self, schema) ?? "unsupported");
  const outcome = outcomeOf(value);
  if (outcome === "unsupported") {
    const says = `has a rule that is not looked at here: ${rule.rule}`;
    walk.report({ code: "rule/not-evaluated", says, hint: NOT_EVALUATED_HINT, everywhere: rule });
    return;
  }
  if (!isRefused(outcome)) return;
  const masked = maskUnknown(value, walk);
  if (masked !== value && !isRefused(outcomeOf(masked))) return;
  const isFillable = mayBeFilled(rule, masked, (self) => !isRefused(outcomeOf(self))) || undefined;
  const said = { code: "rule/broken", says: "breaks a rule of its API", hint: rule.message, isFillable } as const;
  walk.report(said, pathBelow(rule.fieldPath));
}

/** Reads the place that a rule names: `.spec['a.b'].c`. */
function pathBelow(fieldPath = ""): readonly string[] {
  return [...fieldPath.matchAll(/\.([^.[\]]+)|\['((?:[^'\\]|\\.)*)'\]/g)].map(
    ([, name, key = ""]) => name ?? key.replace(/\\(.)/g, "$1"),
  );
}

function isRefused(outcome: ReturnType<RuleEvaluator>): boolean {
  return outcome === false || outcome === "error";
}
