import type { OutputUnit } from "@cfworker/json-schema";

/** Something that the validator found, with what was found below it. */
export interface FoundProblem {
  readonly keyword: string;
  /** Where the value stands, key by key. */
  readonly path: readonly string[];
  /** The way through the schema to the keyword, with the references that it takes. */
  readonly location: readonly string[];
  readonly children: readonly FoundProblem[];
}

/** Makes a tree of what the validator lists: whatever has parts stands before them. */
export function problemTree(errors: readonly OutputUnit[]): readonly FoundProblem[] {
  const found: FoundProblem[] = [];
  for (let at = 0; at < errors.length; ) {
    const error = errors[at];
    if (error === undefined) break;
    let end = at + 1;
    while (end < errors.length && isBelow(errors[end], error)) end++;
    // What lacks several keys is listed with each.
    const isListed =
      found.at(-1)?.keyword === error.keyword &&
      end === at + 1 &&
      errors[at - 1]?.keywordLocation === error.keywordLocation &&
      errors[at - 1]?.instanceLocation === error.instanceLocation;
    if (!isListed)
      found.push({
        keyword: error.keyword,
        path: segments(error.instanceLocation),
        location: segments(error.keywordLocation),
        children: end === at + 1 ? [] : problemTree(errors.slice(at + 1, end)),
      });
    at = end;
  }
  return found;
}

function isBelow(error: OutputUnit | undefined, above: OutputUnit): boolean {
  if (error === undefined) return false;
  const { keyword, keywordLocation } = above;
  if (keyword !== "if") return error.keywordLocation.startsWith(`${keywordLocation}/`);
  const part = keywordLocation.slice(0, -"if".length);
  return ["then", "else"].some((branch) => error.keywordLocation.startsWith(`${part}${branch}/`));
}

function segments(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"));
}
