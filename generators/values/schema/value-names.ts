import { pascal } from "../../schema/pascal.ts";

/** Gives names to the types of a schema, each once. */
export class ValueNames {
  readonly #prefix: string;
  readonly #taken = new Set<string>();

  constructor(prefix: string) {
    this.#prefix = pascal(prefix);
  }

  /** Takes a name for a definition: the last part of what it is called, if that is free, else the whole of it. */
  take(definition: string): string {
    const parts = definition.split(".").filter((part) => part !== "");
    const whole = this.#nameOf(definition);
    const free = [this.#nameOf(parts.at(-1) ?? ""), whole].find((name) => !this.#taken.has(name));
    let name = free ?? whole;
    for (let number = 2; this.#taken.has(name); number++) name = `${whole}${number}`;
    this.#taken.add(name);
    return name;
  }

  #nameOf(text: string): string {
    const name = `${this.#prefix}${pascal(text)}`;
    return /^[A-Za-z]/.test(name) ? name : `Type${name}`;
  }
}
