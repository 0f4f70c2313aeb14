import type { WordedRule } from "../schema/schema-model.ts";

/** A rule as the compiler reads it. */
export function ruleFacts({ rule, message, since, until }: WordedRule): object {
  return { rule: rule.rule, message, fieldPath: rule.fieldPath, since, until };
}
