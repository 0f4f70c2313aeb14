import { InternalError } from "../../diagnostics/internal-error.ts";
import { isPlainObject } from "../../model/copy.ts";
import { isSubstitution, substitutionText } from "../../model/substitution.ts";
import { isCommented } from "./commented.ts";
import { keyText } from "./key.ts";
import { literal } from "./literal.ts";
import { numberText } from "./number.ts";
import { isPlain } from "./plain.ts";
import { quoted } from "./quoted.ts";

/**
 * Prints plain data as one YAML document in block style, with a line break at the end and no `---`. Fields that are
 * `undefined` are left out, a substitution is printed as its text, and a text with a comment has it behind it.
 *
 * The style is the one that Flux repositories have, Prettier gives and yamllint asks for, so that a formatter in the user's
 * repository finds nothing to change: two spaces a level, dashes of a list indented below its key, double quotes. Only what
 * machines write, such as the files of `flux bootstrap`, has dashes below the key itself.
 *
 * The text is made by concatenation: bytes written into a large buffer were no faster for one document, and slower in a
 * process that has just started. What costs is a text that grows over many documents, so they are printed one by one.
 */
export function emitYaml(document: object): string {
  return `${withObject("", document, 0, false)}\n`;
}

// Each function takes the text so far and gives it back with its own part behind. `column` is where the keys or dashes of a
// map or list stand. Behind a key they start on a line of their own, behind a dash on the same one.

function withValue(text: string, value: unknown, column: number, behindKey: boolean): string {
  if (typeof value === "object" && value !== null) return withObject(text, value, column, behindKey);
  const scalar = typeof value === "string" ? stringText(value, column) : scalarText(value);
  return behindKey ? `${text} ${scalar}` : text + scalar;
}

function withObject(text: string, value: object, column: number, behindKey: boolean): string {
  const lead = behindKey ? lineBreak(column) : "";
  const filled = Array.isArray(value) ? withList(text, value, column, lead) : withMap(text, value, column, lead);
  if (filled !== undefined) return filled;
  const empty = Array.isArray(value) ? "[]" : (leafText(value) ?? "{}");
  return behindKey ? `${text} ${empty}` : text + empty;
}

function withMap(before: string, value: object, column: number, lead: string): string | undefined {
  if ("sluice" in value && (isSubstitution(value) || isCommented(value))) return undefined;
  if (!isPlainObject(value)) throw new InternalError("An object that is not plain data has no place in a manifest");
  const line = lineBreak(column);
  let text = before;
  let start = lead;
  let isEmpty = true;
  for (const key of Object.keys(value)) {
    const field = value[key];
    if (field === undefined) continue;
    text = withValue(text + start + keyText(key, line), field, column + 2, true);
    start = line;
    isEmpty = false;
  }
  return isEmpty ? undefined : text;
}

function withList(before: string, list: readonly unknown[], column: number, lead: string): string | undefined {
  if (list.length === 0) return undefined;
  const line = lineBreak(column);
  let text = before;
  let start = lead;
  for (const item of list) {
    text = withValue(`${text}${start}- `, item, column + 2, false);
    start = line;
  }
  return text;
}

function stringText(value: string, column: number): string {
  if (isPlain(value)) return value;
  return (value.includes("\n") ? literal(value, lineBreak(column)) : undefined) ?? quoted(value);
}

/** An object that stands for a text: on one line, since a comment has no place behind a block. */
function leafText(value: object): string | undefined {
  if (isSubstitution(value)) return lineText(substitutionText(value));
  return isCommented(value) ? `${lineText(value.text)} # ${value.comment}` : undefined;
}

function lineText(value: string): string {
  return isPlain(value) ? value : quoted(value);
}

function scalarText(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "number") return numberText(value);
  throw new InternalError(`A value of type ${typeof value} has no place in a manifest`);
}

const lineBreaks: string[] = [];

/** A line break and the spaces up to a column. */
function lineBreak(column: number): string {
  const known = lineBreaks[column];
  if (known !== undefined) return known;
  const text = `\n${" ".repeat(column)}`;
  lineBreaks[column] = text;
  return text;
}
