import type { RuleEvaluator } from "../model/rule.ts";
import { re2Matcher } from "./re2.ts";
import { ruleEngine } from "./rule-engine.ts";

/** What the compiler needs for kinds that are not shipped. */
export interface Engine {
  readonly evaluate: RuleEvaluator;
  readonly patterns: typeof re2Matcher;
}

/** Makes what evaluates rules and patterns from their texts. Only a fleet with kinds that bring such texts loads it. */
export function makeEngine(): Engine {
  return { evaluate: ruleEngine(), patterns: re2Matcher };
}
