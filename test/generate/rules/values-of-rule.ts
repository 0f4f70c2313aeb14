import fc from "fast-check";
import type { FieldFacts } from "../../../generators/locks/lock.ts";
import { fieldAt, itemsAt, splitLockPath, valuesAt } from "../../../generators/locks/lock-path.ts";
import type { LockedRule } from "./locked-rules.ts";

/**
 * Values for a rule's `self`, of the types that its schema gives, so that compiled CEL could meet them: every field that the
 * rule speaks of may be absent, empty, one of its enum's values, one of the texts of the rule with a part more or less, or
 * something else.
 */
export function valuesOfRule({ rule, path, schema }: LockedRule): fc.Arbitrary<unknown> {
  const words = new Set(rule.match(/[A-Za-z_]\w*/g));
  const texts = [...rule.matchAll(/'([^']*)'/g)].map(([, text = ""]) => text);
  return at(path);

  function at(place: string): fc.Arbitrary<unknown> {
    const facts = schema[place] ?? {};
    switch (facts.type) {
      case "object":
        return object(place, facts);
      case "array":
        return fc.array(at(itemsAt(place)), { maxLength: 3 });
      case "boolean":
        return fc.boolean();
      case "string":
        return fc.oneof(...strings(facts));
      default:
        throw new Error(`no values for ${place}`);
    }
  }

  function object(place: string, facts: FieldFacts): fc.Arbitrary<unknown> {
    if (schema[valuesAt(place)] !== undefined) return fc.dictionary(fc.constantFrom("a", "b"), fc.string());
    // The API server lets rules see the name of an object, though no schema holds it.
    if (place === "") return fc.record({ metadata: fc.record({ name: text() }) });
    const children = Object.keys(schema).flatMap((child) => {
      const { parent, step } = splitLockPath(child);
      return parent === place && step.type === "field" && words.has(step.name) ? [step.name] : [];
    });
    const fields = Object.fromEntries(children.map((name) => [name, at(fieldAt(place, name))]));
    return children.length === 0 && facts["x-kubernetes-preserve-unknown-fields"] !== true
      ? fc.constant({})
      : fc.record(fields, { requiredKeys: [] });
  }

  function strings(facts: FieldFacts): fc.Arbitrary<string>[] {
    const values = (facts.enum ?? []).filter((value) => typeof value === "string");
    return values.length === 0 ? [text()] : [fc.constantFrom(...values), text()];
  }

  function text(): fc.Arbitrary<string> {
    const known = texts.flatMap((text) => [text, `${text}x`, `x${text}`, `${text}a/b`, text.slice(0, -1)]);
    return fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...known, "") },
      { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: "grapheme" }) },
    );
  }
}
