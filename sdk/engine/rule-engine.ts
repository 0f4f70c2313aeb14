import type { Environment, ParseResult } from "@marcbachmann/cel-js";
import type { Rule, RuleEvaluator, RuleOutcome } from "../model/rule.ts";
import type { Schema } from "../model/schema.ts";
import { kubernetesCel } from "./kubernetes-cel.ts";
import { type ReadableRule, readRule } from "./readable-rule.ts";
import { type FormatReader, type RuleValue, ruleValue } from "./rule-value.ts";
import { CelFailure } from "./stops.ts";

interface CompiledRule extends ReadableRule {
  readonly evaluate: ParseResult;
}

/** The work that is taken on for one rule at one place: about a second. The API server has a bound too. */
const MOST_WORK = 20_000_000;

/** What CEL itself stops at. Other errors may be differences between cel-js and the API server, of which nothing is said. */
const ERRORS_OF_CEL: ReadonlySet<string> = new Set([
  "division_by_zero",
  "index_out_of_bounds",
  "index_out_of_range",
  "int_conversion_error",
  "invalid_duration",
  "invalid_timestamp",
  "modulo_by_zero",
  "no_such_key",
  "numeric_overflow",
  "optional_value_missing",
]);

/**
 * Makes what evaluates the rules of kinds that were not translated. Where the outcome is not certain to be the API server's, it
 * is "unknown"; whatever the rule and the value, it ends soon.
 */
export function ruleEngine(): RuleEvaluator {
  const environment = kubernetesCel();
  const formats = formatReader(environment);
  // Rules that need an older value are not among those of a schema; the others see that there is none.
  const oldSelf: unknown = environment.evaluate("optional.none()", {});
  const compiled = new WeakMap<Rule, { readonly rule: CompiledRule | undefined }>();
  let last: { readonly self: unknown; readonly schema: Schema; readonly value: RuleValue } | undefined;
  return (rule, self, schema) => {
    const known = compiled.get(rule) ?? { rule: compile(rule.rule, environment) };
    compiled.set(rule, known);
    if (known.rule === undefined) return "unsupported";
    // The rules of a place come one after another.
    if (last?.self !== self || last?.schema !== schema)
      last = { self, schema, value: ruleValue(self, schema, formats) };
    return outcomeOf(known.rule, last.value, oldSelf);
  };
}

function compile(text: string, environment: Environment): CompiledRule | undefined {
  const rule = readRule(text);
  if (rule === undefined) return undefined;
  try {
    return { ...rule, evaluate: environment.parse(rule.text) };
  } catch {
    return undefined;
  }
}

function outcomeOf({ evaluate, parts, depth }: CompiledRule, self: RuleValue, oldSelf: unknown): RuleOutcome {
  if (parts * Math.max(1, self.widest) ** depth * (1 + self.longest / 100) > MOST_WORK) return "unknown";
  try {
    const outcome: unknown = evaluate({ self: self.value, oldSelf });
    if (outcome === true) return true;
    return outcome === false && !self.hasUnknown ? false : "unknown";
  } catch (error) {
    return !self.hasUnknown && isErrorOfCel(error) ? "error" : "unknown";
  }
}

function isErrorOfCel(error: unknown): boolean {
  if (error instanceof CelFailure) return true;
  return typeof error === "object" && error !== null && "code" in error && ERRORS_OF_CEL.has(String(error.code));
}

function formatReader(environment: Environment): FormatReader {
  const duration = environment.parse("duration(text)");
  return {
    duration(text) {
      try {
        return duration({ text });
      } catch {
        return undefined;
      }
    },
    timestamp(text) {
      const date = new Date(text);
      return Number.isNaN(date.getTime()) ? undefined : date;
    },
  };
}
