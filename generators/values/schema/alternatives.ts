import type { Json } from "../../../sdk/charts/chart-facts.ts";
import { type Conjunction, conjunctionOf, type Resolve } from "./conjunction.ts";
import { kindsOf } from "./kinds.ts";

/** More alternatives than this say nothing to anybody. */
const MAX_ALTERNATIVES = 32;

/** Writes choices out: a value fits one of what comes of it. Of too many, only their keys stay known. */
export function alternativesOf(given: Conjunction, resolve: Resolve): readonly Conjunction[] {
  const done: Conjunction[] = [];
  const open: Conjunction[] = [given];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const [choice, ...choices] = next.choices;
    if (choice === undefined) done.push(next);
    else if (done.length + open.length + choice.length > MAX_ALTERNATIVES)
      open.unshift(withHints({ ...next, choices }, choice, resolve));
    else open.unshift(...choice.flatMap((branch) => withBranch({ ...next, choices }, branch, resolve) ?? []));
  }
  return done;
}

function withBranch({ nodes, choices, hints }: Conjunction, branch: Json, resolve: Resolve): Conjunction | undefined {
  const added = conjunctionOf([branch], hints, resolve);
  if (added === undefined) return undefined;
  const all = [...new Set([...nodes, ...added.nodes])];
  if (kindsOf(all).size === 0) return undefined;
  return {
    nodes: all,
    choices: [...choices, ...added.choices],
    hints: added.hints.filter((hint) => !all.includes(hint)),
  };
}

function withHints({ nodes, choices, hints }: Conjunction, choice: readonly Json[], resolve: Resolve): Conjunction {
  const added = conjunctionOf([], [...hints, ...choice], resolve);
  return { nodes, choices, hints: added?.hints.filter((hint) => !nodes.includes(hint)) ?? hints };
}
