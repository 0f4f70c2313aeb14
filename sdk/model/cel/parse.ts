import { type Expression, partsOf } from "./expression.ts";
import { Parser } from "./parser.ts";
import { CelSyntaxError } from "./syntax-error.ts";
import { tokenize } from "./tokens.ts";

/** An expression, or why the text is none and where. */
export type ParsedCel =
  | { readonly expression: Expression; readonly error?: undefined }
  | { readonly expression?: undefined; readonly error: { readonly message: string; readonly at: number } };

/** The bound that cel-go has too. */
const LONGEST = 100_000;
/** How deep an expression may be as a tree: a row of operators or fields is one deeper for each. Those who walk over it recurse. */
const DEEPEST_TREE = 1000;

/** Reads an expression of CEL, as cel-go does with optional types. Whether its macros and names mean something is not looked at. */
export function parseCel(source: string): ParsedCel {
  if (source.length > LONGEST) return { error: { message: `it has more than ${LONGEST} characters`, at: 0 } };
  try {
    const expression = new Parser(tokenize(source)).parse();
    if (isDeeper(expression, DEEPEST_TREE)) return { error: { message: "it has too many parts in a row", at: 0 } };
    return { expression };
  } catch (error) {
    if (error instanceof CelSyntaxError) return { error: { message: error.message, at: error.at } };
    throw error;
  }
}

function isDeeper(expression: Expression, limit: number): boolean {
  const open: (readonly [Expression, number])[] = [[expression, 1]];
  for (;;) {
    const next = open.pop();
    if (next === undefined) return false;
    const [part, depth] = next;
    if (depth > limit) return true;
    for (const child of partsOf(part)) open.push([child, depth + 1]);
  }
}
