import type { Json } from "../../../../sdk/charts/chart-facts.ts";

/** Draws things by lot, the same ones in every run. */
export class Draw {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A whole number from 0, below a limit. */
  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  one<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error("There is nothing to draw from");
    return item;
  }

  some<Item>(items: readonly Item[], percent: number): readonly Item[] {
    return items.filter(() => this.chance(percent));
  }

  list<Item>(longest: number, item: () => Item): readonly Item[] {
    return Array.from({ length: this.below(longest + 1) }, item);
  }

  /** A map of values with some of these keys. */
  map(keys: readonly string[], depth: number): { readonly [key: string]: Json } {
    return Object.fromEntries(this.some(keys, 45).map((key) => [key, this.value(keys, depth - 1)]));
  }

  /** Null, a scalar, a list or a map. */
  value(keys: readonly string[], depth: number): Json {
    if (depth > 0 && this.chance(45)) return this.map(keys, depth);
    if (this.chance(20)) return null;
    if (this.chance(15)) return this.list(3, () => (this.chance(30) ? this.map(keys, 1) : this.one(SCALARS)));
    return this.one(SCALARS);
  }
}

const SCALARS: readonly Json[] = [true, false, 0, 1, 2.5, "", "x", "y"];
