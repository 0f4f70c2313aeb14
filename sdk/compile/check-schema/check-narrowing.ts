import type { Narrowing, Schema } from "../../model/schema.ts";
import { isObject } from "./data.ts";
import { completionOf } from "./defaults.ts";
import { combinedJudge, type Judge, judgeOf } from "./narrowing.ts";
import type { Settings } from "./settings.ts";
import { oneOf } from "./show-value.ts";
import { holdsUnknown } from "./unknown-values.ts";
import type { Check } from "./walk.ts";

/** A way in which a place is narrowed. */
interface Narrowed {
  readonly judge: Judge;
  readonly says: string;
  readonly hint: string;
}

/** Makes the check of what narrows a place beside its own facts. `undefined` where nothing does. */
export function narrowingCheck(schema: Schema, { flux, engine }: Settings): Check | undefined {
  // Nearly no place is narrowed, and every place is asked.
  if (!schema.allOf && !schema.anyOf && !schema.oneOf && !schema.not) return undefined;
  const ways = waysOf(schema, engine);
  if (ways.length === 0) return undefined;
  const complete = completionOf(schema, flux, true);
  return (value, walk) => {
    if (value === null || walk.isUnknown(value)) return;
    const whole = complete ? complete(value) : value;
    for (const { judge, says, hint } of ways) {
      const fit = judge(whole);
      if (fit === "right" || holdsUnknown(value, walk)) continue;
      walk.report({ code: "rule/broken", says, hint, blocking: fit === "blocking" ? true : undefined });
    }
  };
}

function waysOf({ allOf, anyOf, oneOf: exactlyOneOf, not }: Schema, engine: Settings["engine"]): readonly Narrowed[] {
  const ways: (Narrowed | undefined)[] = [
    way(combinedJudge("allOf", allOf, engine), "does not fit all of what it has to", allOf ?? []),
    way(combinedJudge("anyOf", anyOf, engine), "fits none of the forms that it may have", anyOf ?? []),
    way(combinedJudge("oneOf", exactlyOneOf, engine), "has to fit exactly one of its forms", exactlyOneOf ?? []),
    not && way(inverted(judgeOf(not, engine)), "fits what it may not be", [not]),
  ];
  return ways.filter((found) => found !== undefined);
}

function inverted(judge: Judge | undefined): Judge | undefined {
  return judge && ((value) => (judge(value) === "right" ? "wrong" : "right"));
}

function way(judge: Judge | undefined, says: string, forms: readonly Narrowing[]): Narrowed | undefined {
  if (judge === undefined) return undefined;
  return { judge, says, hint: `the forms are: ${oneOf(forms.map(describeForm), 6)}` };
}

/** Says what a form asks for: the fields that it needs, where it says no more. */
function describeForm(form: Narrowing): string {
  const { required, ...others } = form;
  if (Array.isArray(required) && Object.values(others).every((content) => isObject(content)))
    return `one with ${required.join(" and ")}`;
  const text = JSON.stringify(form) ?? "";
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
