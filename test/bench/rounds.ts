import { type Command, type Cost, measure } from "./process.ts";

/** One of those that are compared. */
export interface Contestant {
  readonly name: string;
  readonly command: Command;
  /** Done before each run, unmeasured. */
  readonly prepare?: (() => void) | undefined;
  /** Looks at what the first run made; gives what is wrong with it. */
  readonly check?: (() => string | undefined) | undefined;
}

/** What a contestant took, round by round. */
export interface Series {
  readonly name: string;
  readonly costs: readonly Cost[];
}

/** Runs every contestant once a round, so that whatever else the machine does falls on all of them. */
export function compete(contestants: readonly Contestant[], rounds: number, probe: string): readonly Series[] {
  const costs = new Map<Contestant, Cost[]>(contestants.map((contestant) => [contestant, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [contestant, list] of costs) {
      contestant.prepare?.();
      list.push(measure(contestant.command, probe));
      const problem = round === 0 ? contestant.check?.() : undefined;
      if (problem !== undefined) throw new Error(`${contestant.name}: ${problem}`);
    }
  }
  return [...costs].map(([{ name }, list]) => ({ name, costs: list }));
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** How many times of `base` something took: the median of the rounds' own ratios. */
export function ratio(of: Series, base: Series, quantity: keyof Cost): number {
  return median(of.costs.map((cost, round) => cost[quantity] / (base.costs[round]?.[quantity] ?? Number.NaN)));
}
