import { Environment } from "@marcbachmann/cel-js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { flatCode } from "../../../generators/cel/code.ts";
import { translateRule } from "../../../generators/cel/translate-rule.ts";
import * as functions from "../../../sdk/model/cel/rule-functions.ts";
import type { RuleOutcome } from "../../../sdk/model/rule.ts";
import { lockedRules } from "./locked-rules.ts";
import { valuesOfRule } from "./values-of-rule.ts";

const RUNS = 1000;

const environment = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false });

/** A rule as the generator would print it, made a function. */
function translated(rule: string): (self: unknown) => RuleOutcome {
  const { translation, unsupported } = translateRule(rule);
  if (translation === undefined) throw new Error(unsupported);
  return new Function(...Object.keys(functions), `return ${flatCode(translation.predicate)}`)(
    ...Object.values(functions),
  );
}

/** A rule as an independent implementation of CEL has it. */
function interpreted(rule: string): (self: unknown) => RuleOutcome {
  const evaluate = environment.parse(rule);
  return (self) => {
    try {
      const outcome: unknown = evaluate({ self });
      return typeof outcome === "boolean" ? outcome : "error";
    } catch {
      return "error";
    }
  };
}

/** The same rule over the same fields is tried once. */
const rules = new Map(
  lockedRules().map((locked) => [
    `${locked.rule} ${locked.path} ${JSON.stringify(locked.schema[locked.path])}`,
    locked,
  ]),
);

test.each([...rules.values()])("$place: $rule", (locked) => {
  const [ours, theirs] = [translated(locked.rule), interpreted(locked.rule)];
  const seen = new Set<RuleOutcome>();
  fc.assert(
    fc.property(valuesOfRule(locked), (self) => {
      const outcome = ours(self);
      seen.add(outcome);
      expect(outcome, JSON.stringify(self)).toBe(theirs(self));
    }),
    { numRuns: RUNS, seed: 1 },
  );
  expect([...seen].filter((outcome) => outcome !== "error").sort(), "both ways are reached").toEqual([false, true]);
});
