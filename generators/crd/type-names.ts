/** Names that mean something else in a generated file: what it imports, what it declares for itself, what TypeScript has. */
const TAKEN = [
  "BodyBuilder",
  "Builder",
  "Input",
  "LocalRefTo",
  "NameOf",
  "ObjectSchema",
  "Readonly",
  "Record",
  "RefTo",
  "Resource",
  "defineBodyKind",
  "defineKind",
  "schema",
];

/** Words that cannot name a constant in a module. */
const RESERVED = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends false " +
    "finally for function if implements import in instanceof interface let new null package private protected public return " +
    "static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

/** Gives names, each once over all kinds of one run, since one index exports them all. */
export class TypeNames {
  readonly #taken = new Set<string>(TAKEN);

  /** Takes a name, or the first free one that is made of it with a number. */
  take(wanted: string): string {
    let name = wanted;
    for (let number = 2; !this.#isFree(name); number++) name = `${wanted}${number}`;
    this.#taken.add(name);
    return name;
  }

  /** Takes the first of some names that is free. */
  takeFirst(...wanted: readonly [string, ...string[]]): string {
    return this.take(wanted.find((name) => this.#isFree(name)) ?? wanted[0]);
  }

  #isFree(name: string): boolean {
    return !this.#taken.has(name) && !RESERVED.has(name);
  }
}
