import type { RuleFunction } from "../cel/rule-functions.ts";
import type { SchemaModel, SchemaNode, WordedRule } from "../schema/schema-model.ts";
import { CodeLiteral } from "./literal.ts";

/** A rule as the compiler reads it. */
export function ruleFacts({ rule, message, translation, since, until }: WordedRule): object {
  const test = translation && new CodeLiteral(translation.predicate);
  return { rule: rule.rule, message, test, fieldPath: rule.fieldPath, since, until };
}

/** The functions that the rules of a kind call, in the order of their names. */
export function ruleFunctions({ spec, rules }: SchemaModel): readonly RuleFunction[] {
  const all = [...rules, ...rulesBelow(spec)];
  return [...new Set(all.flatMap(({ translation }) => translation?.functions ?? []))].sort();
}

function rulesBelow(node: SchemaNode): readonly WordedRule[] {
  return [...node.rules, ...childrenOf(node).flatMap(rulesBelow)];
}

function childrenOf(node: SchemaNode): readonly SchemaNode[] {
  switch (node.type) {
    case "array":
      return [node.items];
    case "map":
      return [node.values];
    case "object":
      return node.fields.map((field) => field.node);
    default:
      return [];
  }
}
