import type * as functions from "../../sdk/model/cel/rule-functions.ts";

/** A function that translated rules may call. */
export type RuleFunction = keyof typeof functions;

const FUNCTIONS: Readonly<Record<RuleFunction, true>> = {
  all: true,
  and: true,
  at: true,
  atMost: true,
  choose: true,
  contains: true,
  endsWith: true,
  equal: true,
  exists: true,
  existsOne: true,
  get: true,
  has: true,
  isIn: true,
  isTrue: true,
  less: true,
  matches: true,
  not: true,
  or: true,
  same: true,
  size: true,
  startsWith: true,
  substring: true,
};

/** Their names, which no variable may hide. */
export const RULE_FUNCTIONS: readonly string[] = Object.keys(FUNCTIONS);
