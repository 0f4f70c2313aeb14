import type { Expression } from "../model/cel/expression.ts";
import { parseCel } from "../model/cel/parse.ts";
import { RENAMED } from "./text-functions.ts";

/** A rule that can be evaluated here. */
export interface ReadableRule {
  /** The rule for cel-js, with our functions in the place of some of its own. */
  readonly text: string;
  /** How many parts the expression has. */
  readonly parts: number;
  /** How many lists it goes through within one another. */
  readonly depth: number;
  readonly usesOldSelf: boolean;
}

const MEMBERS: ReadonlySet<string> = new Set(
  [
    "add asInteger charAt compareTo contains endsWith find findAll getEscapedPath getHost getHostname getPort getScheme",
    "hasValue indexOf isGreaterThan isLessThan isSorted join lastIndexOf lowerAscii matches max min orValue replace sign size",
    "split startsWith sub substring sum trim upperAscii value",
  ].flatMap((names) => names.split(" ")),
);

const ALONE: ReadonlySet<string> = new Set(
  "bool bytes double duration dyn has int isQuantity isURL matches quantity size string timestamp type url".split(" "),
);

const QUALIFIED: ReadonlySet<string> = new Set([
  "optional.none",
  "optional.of",
  "sets.contains",
  "sets.equivalent",
  "sets.intersects",
]);

const MACROS: ReadonlyMap<string, readonly number[]> = new Map([
  ["all", [2]],
  ["exists", [2]],
  ["exists_one", [2]],
  ["filter", [2]],
  ["map", [2, 3]],
]);

const NAMES: ReadonlySet<string> = new Set(
  "bool bytes double int list map null_type oldSelf self string type".split(" "),
);

/** Reads a rule. `undefined` for one with parts that cannot be evaluated here as the API server does. */
export function readRule(rule: string): ReadableRule | undefined {
  const { expression } = parseCel(rule);
  if (expression === undefined) return undefined;
  const renamed: { readonly at: number; readonly from: string; readonly to: string }[] = [];
  let parts = 0;
  let depth = 0;
  let usesOldSelf = false;
  if (!isReadable(expression, [])) return undefined;
  return { text: rewritten(rule, renamed), parts, depth, usesOldSelf };

  function isReadable(part: Expression, bound: readonly string[]): boolean {
    parts++;
    const every = (children: readonly Expression[]): boolean => children.every((child) => isReadable(child, bound));
    switch (part.type) {
      case "literal":
        return part.literal.type !== "uint";
      case "name":
        usesOldSelf ||= part.name === "oldSelf";
        return bound.includes(part.name) || NAMES.has(part.name);
      case "select":
        return every([part.operand]);
      case "index":
        return every([part.operand, part.key]);
      case "list":
        return every(part.items);
      case "map":
        return every(part.entries.flat());
      case "message":
        return false;
      case "unary":
        return every([part.operand]);
      case "binary":
        return every([part.left, part.right]);
      case "conditional":
        return every([part.condition, part.then, part.otherwise]);
      case "call":
        return isCallReadable(part, bound);
    }
  }

  function isCallReadable(
    { target, name, parameters, at }: Extract<Expression, { readonly type: "call" }>,
    bound: readonly string[],
  ): boolean {
    if (target === undefined) return ALONE.has(name) && parameters.every((parameter) => isReadable(parameter, bound));
    if (target.type === "name" && QUALIFIED.has(`${target.name}.${name}`) && !bound.includes(target.name)) {
      return parameters.every((parameter) => isReadable(parameter, bound));
    }
    if (!isReadable(target, bound)) return false;
    const [variable, ...bodies] = parameters;
    if (MACROS.get(name)?.includes(parameters.length)) {
      if (variable?.type !== "name") return false;
      depth = Math.max(depth, bound.length + 1);
      return bodies.every((body) => isReadable(body, [...bound, variable.name]));
    }
    const to = RENAMED.get(name);
    if (to !== undefined) renamed.push({ at, from: name, to });
    return MEMBERS.has(name) && parameters.every((parameter) => isReadable(parameter, bound));
  }
}

/** Puts other names in the place of functions' names. `at` is where the dot before a name stands. */
function rewritten(
  rule: string,
  renamed: readonly { readonly at: number; readonly from: string; readonly to: string }[],
): string {
  let text = rule;
  for (const { at, from, to } of [...renamed].sort((a, b) => b.at - a.at)) {
    const start = text.indexOf(from, at);
    text = text.slice(0, start) + to + text.slice(start + from.length);
  }
  return text;
}
