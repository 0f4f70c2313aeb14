import type { ReadYaml } from "../check-syntax/syntax-problem.ts";
import type { SecretContents } from "./secret-contents.ts";
import type { SecretCheck, SecretProblem } from "./secret-problem.ts";
import type { YamlAbout } from "./yaml-content.ts";

/** Collects what is wrong with the content of one Secret, for its use. */
export class UseProblems {
  readonly found: SecretProblem[] = [];
  readonly contents: SecretContents;
  /** Absent where nobody reads YAML. */
  readonly readYaml: ReadYaml | undefined;

  constructor(contents: SecretContents, readYaml: ReadYaml | undefined) {
    this.contents = contents;
    this.readYaml = readYaml;
  }

  has(key: string): boolean {
    return this.contents.keys.includes(key);
  }

  /** Asks for keys that are read without exception. */
  need(...keys: readonly string[]): void {
    for (const key of keys) if (!this.has(key)) this.missing(key, `is missing`, `give ${key}`);
  }

  /** Asks for one key of the form that is read. */
  needOneOf(ends: readonly string[], what: string): void {
    if (this.contents.keys.some((key) => ends.some((end) => key.endsWith(end)))) return;
    const forms = ends.map((end) => JSON.stringify(`name${end}`)).join(" or ");
    this.missing(`*${ends[0]}`, "is missing", `give ${what} under a key such as ${forms}`);
  }

  /** Two keys that are nothing without each other. */
  pair(one: string, other: string): void {
    if (this.has(one) && !this.has(other)) this.missing(other, `is missing, and ${one} is there`, `give ${other} too`);
    if (this.has(other) && !this.has(one)) this.missing(one, `is missing, and ${other} is there`, `give ${one} too`);
  }

  missing(key: string, message: string, hint: string): void {
    if (!this.contents.isOpen) this.found.push({ key, message, hint, code: "secret/missing-key" });
  }

  /** Reads the text of a key, if it is there and known. */
  check(key: string, check: SecretCheck): void {
    const text = this.contents.text(key);
    if (text !== undefined) this.say(check(text, { key }));
  }

  /** Reads the texts of all keys that end so. */
  checkEach(end: string, check: SecretCheck): void {
    for (const key of this.contents.keys) if (key.endsWith(end)) this.check(key, check);
  }

  /** Reads a text that is YAML, where somebody reads YAML. */
  checkYaml(key: string, check: SecretCheck<YamlAbout>): void {
    const { readYaml } = this;
    if (readYaml) this.check(key, (text, about) => check(text, { ...about, readYaml }));
  }

  say(problem: SecretProblem | undefined): void {
    if (problem) this.found.push(problem);
  }
}
