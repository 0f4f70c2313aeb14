import type { LeafSchema } from "../../model/schema.ts";
import { syntaxCheck } from "./check-syntax.ts";
import { formatCheck } from "./formats.ts";
import { NOT_EVALUATED_HINT } from "./not-evaluated.ts";
import { PATTERN_WORDS } from "./pattern-words.ts";
import { matcherOf } from "./patterns.ts";
import type { Settings } from "./settings.ts";
import { showValue } from "./show-value.ts";
import type { Said, Walk } from "./walk.ts";

/** Says what is wrong with a text; `undefined` where nothing is. */
type Complaint = (text: string) => Said | undefined;

/** Makes the check of what a text may be, beside its type. `undefined` where any will do. */
export function textCheck(schema: LeafSchema, settings: Settings): ((text: string, walk: Walk) => void) | undefined {
  // The API server says the first of these, and what it says of the format beside it.
  const complaints = [ofLength(schema), ofPattern(schema, settings)].filter((complaint) => complaint !== undefined);
  const ofFormat = formatComplaint(schema, settings);
  const ofSyntax = schema.syntax && syntaxCheck(schema.syntax, settings);
  if (complaints.length === 0 && ofFormat === undefined && ofSyntax === undefined) return undefined;
  return (text, walk) => {
    let isTaken = true;
    for (const complaint of complaints) {
      const said = complaint(text);
      if (said === undefined) continue;
      walk.fail(text, said);
      isTaken = false;
      break;
    }
    const said = ofFormat?.(text);
    if (said) walk.fail(text, said);
    // A controller reads what the API server has taken.
    if (isTaken && !said && !walk.isUnknown(text)) ofSyntax?.(text, walk);
  };
}

function ofLength({ minLength = 0, maxLength = Number.POSITIVE_INFINITY }: LeafSchema): Complaint | undefined {
  if (minLength === 0 && maxLength === Number.POSITIVE_INFINITY) return undefined;
  return (text) => {
    // A character is one unit or two, so most texts need no counting.
    if (text.length <= maxLength && text.length >= 2 * minLength) return undefined;
    const length = codePoints(text);
    if (length > maxLength) {
      const hint = `write at most ${maxLength} characters`;
      return { code: "schema/length", says: `has ${length} characters, which is too many`, hint, blocking: true };
    }
    if (length >= minLength) return undefined;
    const says = length === 0 ? "is empty" : `has ${characters(length)}, which is too few`;
    return { code: "schema/length", says, hint: `write at least ${characters(minLength)}` };
  };
}

function characters(count: number): string {
  return count === 1 ? "1 character" : `${count} characters`;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _character of text) count++;
  return count;
}

function ofPattern(schema: LeafSchema, { engine, isHidden }: Settings): Complaint | undefined {
  const { pattern } = schema;
  // The API server takes an empty pattern for none.
  if (!pattern) return undefined;
  const matches = matcherOf(pattern, engine);
  if (matches === undefined) {
    const says = `has a pattern that is not looked at here: ${pattern}`;
    return () => ({ code: "rule/not-evaluated", says, hint: NOT_EVALUATED_HINT, everywhere: schema });
  }
  const words = PATTERN_WORDS.get(pattern);
  return (text) => {
    if (matches(text)) return undefined;
    const shown = isHidden ? "is a text of another form" : `is ${showValue(text)}, which is of another form`;
    const hint = words?.advice?.(text) ?? `write ${words?.takes ?? `a text that matches ${pattern}`}`;
    return { code: "schema/pattern", says: shown, hint };
  };
}

function formatComplaint({ format }: LeafSchema, { isHidden }: Settings): Complaint | undefined {
  const check = format === undefined ? undefined : formatCheck(format);
  if (check === undefined) return undefined;
  return (text) => {
    if (check.accepts(text)) return undefined;
    const says = isHidden ? "is a text of another form" : `is ${showValue(text)}, which is of another form`;
    return { code: "schema/pattern", says, hint: `write ${check.takes}`, blocking: true };
  };
}
