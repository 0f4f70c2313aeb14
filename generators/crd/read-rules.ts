import { isRecord } from "../locks/flatten-schema.ts";
import type { Json } from "../locks/lock.ts";
import type { WordedRule } from "../schema/schema-model.ts";

/**
 * Reads the CEL rules of a place with their own words. A rule on changes alone says nothing of an object that is written down.
 *
 * @param malformed Is called for each rule that cannot be read.
 */
export function readRules(list: Json | undefined, malformed: () => void): readonly WordedRule[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    malformed();
    return [];
  }
  return list.flatMap((entry: Json): readonly WordedRule[] => {
    if (!isRecord(entry) || typeof entry["rule"] !== "string") {
      malformed();
      return [];
    }
    const { rule, message, fieldPath, optionalOldSelf } = entry;
    if (/\boldSelf\b/.test(rule) && optionalOldSelf !== true) return [];
    return [
      {
        rule: { rule, ...(typeof fieldPath === "string" ? { fieldPath } : {}) },
        message: typeof message === "string" && message !== "" ? message : `the rule "${rule}" does not hold`,
      },
    ];
  });
}
