import type { DiagnosticCode } from "../../diagnostics/catalog.ts";
import type { Severity } from "../../diagnostics/diagnostic.ts";
import { hasAccessKey, isSecretKey } from "../../diagnostics/exposed/cloud-tokens.ts";
import { findExposed } from "../../diagnostics/exposed/find-exposed.ts";
import { mayHoldSecret } from "../../diagnostics/exposed/may-hold-secret.ts";
import { isSecretName, isWrittenOut } from "../../diagnostics/exposed/suspicious.ts";
import { findUrlSecrets } from "../../diagnostics/exposed/url-secrets.ts";
import { type FieldPath, formatFieldPath } from "../../model/field-path.ts";
import type { KindDefinition } from "../../model/kind-definition.ts";
import { isMap } from "../values.ts";
import { isUrlField } from "./url-field.ts";

/** Something in an object that looks like a secret in plain text. */
export interface SecretFound {
  readonly code: Extract<DiagnosticCode, "secret/exposed" | "secret/in-url" | "secret/suspicious">;
  readonly severity?: Severity | undefined;
  /** What it is, for people: `a token of GitHub`. Never the text itself. */
  readonly what: string;
  readonly path: FieldPath;
  /** It stands in the name of a field. */
  readonly isKey?: true | undefined;
}

/** Finds secrets in plain text in an object. What stands where its kind keeps secrets is for others to look at. */
export function secretsIn(
  object: Readonly<Record<string, unknown>>,
  definition: KindDefinition | undefined,
): readonly SecretFound[] {
  const search = new Search(definition);
  for (const field of Object.keys(object)) {
    if (definition?.secretFields?.includes(field)) continue;
    search.field(object, field);
  }
  return search.withSecretKeys(object);
}

/** One look through an object. */
class Search {
  readonly found: SecretFound[] = [];
  readonly #definition: KindDefinition | undefined;
  readonly #path: (string | number)[] = [];
  /** The name of a key of AWS was seen, so that a text elsewhere in the object may be the key. */
  #sawAccessKey = false;

  constructor(definition: KindDefinition | undefined) {
    this.#definition = definition;
  }

  field(holder: Readonly<Record<string, unknown>>, name: string): void {
    const value = holder[name];
    this.#path.push(name);
    if (mayHoldSecret(name)) this.#key(name);
    if (typeof value === "string") this.#text(value, nameOfValue(holder, name));
    else this.#value(value);
    this.#path.pop();
  }

  /** All that was found, with the secret keys of AWS, which are known by the names of their keys elsewhere in the object. */
  withSecretKeys(object: Readonly<Record<string, unknown>>): readonly SecretFound[] {
    if (!this.#sawAccessKey) return this.found;
    const keys: SecretFound[] = [];
    const visit = (value: unknown, path: FieldPath, name: string): void => {
      if (typeof value === "string") {
        if (/secret/i.test(name) && isSecretKey(value))
          keys.push({ code: "secret/exposed", what: "a secret key of AWS", path });
      } else if (Array.isArray(value)) {
        for (const [index, item] of value.entries()) visit(item, [...path, index], name);
      } else if (isMap(value)) {
        for (const key of Object.keys(value)) visit(value[key], [...path, key], nameOfValue(value, key));
      }
    };
    for (const field of Object.keys(object))
      if (!this.#definition?.secretFields?.includes(field)) visit(object[field], [field], field);
    const places = new Set(keys.map(({ path }) => formatFieldPath(path)));
    return [...this.found.filter(({ path }) => !places.has(formatFieldPath(path))), ...keys];
  }

  #value(value: unknown): void {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        this.#path.push(index);
        if (typeof item === "string") this.#text(item, undefined);
        else this.#value(item);
        this.#path.pop();
      }
    } else if (isMap(value)) {
      for (const name of Object.keys(value)) this.field(value, name);
    }
  }

  #key(name: string): void {
    const what = wordsFor(findExposed(name));
    if (what !== undefined)
      this.found.push({ code: "secret/exposed", what, path: this.#path.slice(0, -1), isKey: true });
  }

  #text(text: string, name: string | undefined): void {
    if (mayHoldSecret(text) && this.#looksExposed(text)) return;
    if (name === undefined || !isSecretName(name) || !isWrittenOut(name, text)) return;
    this.found.push({ code: "secret/suspicious", what: `called ${JSON.stringify(name)}`, path: [...this.#path] });
  }

  #looksExposed(text: string): boolean {
    const path = [...this.#path];
    if (hasAccessKey(text)) this.#sawAccessKey = true;
    const what = wordsFor(findExposed(text));
    if (what !== undefined) {
      this.found.push({ code: "secret/exposed", what, path });
      return true;
    }
    const urls = findUrlSecrets(text);
    const inUrl = wordsFor(urls);
    if (inUrl === undefined) return false;
    const isCertain = urls.every(({ isWhole }) => isWhole) && isUrlField(path, this.#definition);
    this.found.push({ code: "secret/in-url", severity: isCertain ? "error" : "warning", what: inUrl, path });
    return true;
  }
}

/** What a value is called: by its field, or as the environment of a container has it, by what stands beside it. */
function nameOfValue(holder: Readonly<Record<string, unknown>>, field: string): string {
  const { name } = holder;
  return field === "value" && typeof name === "string" ? name : field;
}

function wordsFor(found: readonly { readonly what: string }[]): string | undefined {
  const words = [...new Set(found.map(({ what }) => what))];
  return words.length === 0 ? undefined : words.join(" and ");
}
