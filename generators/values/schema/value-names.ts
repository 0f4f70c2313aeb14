import { pascal } from "../../schema/pascal.ts";

/** Gives names to types of a chart, each once. */
export class ValueNames {
  readonly #prefix: string;
  readonly #taken = new Set<string>();

  constructor(chart: string) {
    const prefix = pascal(chart);
    this.#prefix = /^[A-Za-z]/.test(prefix) ? prefix : `Chart${prefix}`;
    this.#taken.add(`${this.#prefix}Values`);
  }

  /** Takes a name for what a definition is called: the first free one of its last part, the whole of it, and that with a number. */
  take(definition: string): string {
    const parts = definition.split(".").filter((part) => part !== "");
    const whole = `${this.#prefix}${pascal(definition)}`;
    const wanted = [`${this.#prefix}${pascal(parts.at(-1) ?? "")}`, whole].find((name) => !this.#taken.has(name));
    let name = wanted ?? whole;
    for (let number = 2; this.#taken.has(name); number++) name = `${whole}${number}`;
    this.#taken.add(name);
    return name;
  }
}
