import { actionsOf } from "./actions.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** The actions of a template, cut into pieces. */
export type Body = readonly (readonly Token[])[];

/** Words with which a block begins that has an end. */
const BLOCKS: ReadonlySet<string> = new Set(["if", "with", "range", "define", "block"]);

/** Reads a template. */
export function readBody(template: string): Body {
  return actionsOf(template)
    .map(tokensOf)
    .filter((tokens) => tokens.length > 0);
}

/** The word that an action begins with. */
export function keywordOf([first]: readonly Token[]): string | undefined {
  return first?.is === "word" ? first.value : undefined;
}

/** Finds what templates define, by name. Of a name that is defined twice the last counts, as in Go. */
export function definitionsIn(bodies: readonly Body[]): ReadonlyMap<string, Body> {
  const found = new Map<string, Body>();
  for (const body of bodies) {
    body.forEach((tokens, start) => {
      const keyword = keywordOf(tokens);
      const [, name] = tokens;
      if ((keyword === "define" || keyword === "block") && name?.is === "text")
        found.set(name.value, body.slice(start + 1, endOf(body, start)));
    });
  }
  return found;
}

/** The index of the `end` of the block that begins at an index. */
function endOf(body: Body, start: number): number {
  let depth = 0;
  for (let index = start; index < body.length; index++) {
    const keyword = keywordOf(body[index] ?? []);
    if (keyword !== undefined && BLOCKS.has(keyword)) depth++;
    if (keyword === "end" && --depth === 0) return index;
  }
  return body.length;
}
