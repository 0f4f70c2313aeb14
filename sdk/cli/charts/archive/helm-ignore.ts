/** Says whether a file or folder of a chart is left out of it. */
export type IgnoreRules = (path: string, isFolder: boolean) => boolean;

interface Rule {
  readonly matches: (path: string) => boolean;
  readonly isNegated: boolean;
  readonly isForFolders: boolean;
}

/** What Helm leaves out of every chart's folder. */
const ALWAYS = "templates/.?*";

/** Reads the rules of a `.helmignore`; `undefined` where one of them is none. */
export function readIgnoreRules(text: string): IgnoreRules | undefined {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  const rules = [...lines, ALWAYS].map(readRule);
  if (!rules.every((rule) => rule !== undefined)) return undefined;
  return (path, isFolder) => {
    for (const { matches, isNegated, isForFolders } of rules) {
      if (isNegated) {
        // A rule with "!" leaves out everything else: so does Helm's.
        if ((isForFolders && !isFolder) || !matches(path)) return true;
      } else if ((isFolder || !isForFolders) && matches(path)) return true;
    }
    return false;
  };
}

function readRule(line: string): Rule | undefined {
  if (line.includes("**")) return undefined;
  const isNegated = line.startsWith("!");
  const given = isNegated ? line.slice(1) : line;
  const isForFolders = given.endsWith("/");
  const pattern = isForFolders ? given.slice(0, -1) : given;
  const isWholePath = pattern.includes("/");
  const expression = expressionOf(pattern.startsWith("/") ? pattern.slice(1) : pattern);
  if (expression === undefined) return undefined;
  const matches = (path: string): boolean => expression.test(isWholePath ? path : (path.split("/").at(-1) ?? ""));
  return { matches, isNegated, isForFolders };
}

/** A pattern of Go's: `*`, `?`, `[a-z]`, `[^a-z]` and `\`, none of which takes a slash but a class. */
function expressionOf(pattern: string): RegExp | undefined {
  let source = "";
  const letters = [...pattern];
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? "";
    if (letter === "*") source += source.endsWith("[^/]*") ? "" : "[^/]*";
    else if (letter === "?") source += "[^/]";
    else if (letter === "\\") {
      at += 1;
      const next = letters[at];
      if (next === undefined) return undefined;
      source += literal(next);
    } else if (letter === "[") {
      const set = readClass(letters, at + 1);
      if (set === undefined) return undefined;
      source += set.source;
      at = set.end;
    } else source += literal(letter);
  }
  return new RegExp(`^${source}$`, "su");
}

/** Reads what stands in brackets; `undefined` where they are not whole. */
function readClass(letters: readonly string[], start: number): { source: string; end: number } | undefined {
  let at = start;
  const readLetter = (): string | undefined => {
    const isEscaped = letters[at] === "\\";
    const letter = letters[isEscaped ? at + 1 : at];
    if (letter === undefined || (!isEscaped && (letter === "-" || letter === "]"))) return undefined;
    at += isEscaped ? 2 : 1;
    return letter;
  };
  const isNegated = letters[at] === "^";
  if (isNegated) at += 1;
  const ranges: string[] = [];
  for (let isFirst = true; isFirst || letters[at] !== "]"; isFirst = false) {
    const low = readLetter();
    const isRange = letters[at] === "-";
    if (isRange) at += 1;
    const high = isRange ? readLetter() : low;
    if (low === undefined || high === undefined) return undefined;
    // A range from high to low takes nothing.
    if (codeOf(low) <= codeOf(high)) ranges.push(`${literal(low)}-${literal(high)}`);
  }
  const nothing = isNegated ? "[\\s\\S]" : "(?!)";
  return { source: ranges.length === 0 ? nothing : `[${isNegated ? "^" : ""}${ranges.join("")}]`, end: at };
}

function literal(letter: string): string {
  return `\\u{${codeOf(letter).toString(16)}}`;
}

function codeOf(letter: string): number {
  return letter.codePointAt(0) ?? 0;
}
