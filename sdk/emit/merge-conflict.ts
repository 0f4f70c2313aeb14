const START = /^<{7}(?: |$)/;
const BASE = /^\|{7}(?: |$)/;
const MIDDLE = /^={7}$/;
const END = /^>{7}(?: |$)/;

/** Says whether a text holds the marks that Git leaves where two branches changed the same lines. */
export function hasConflictMarks(text: string): boolean {
  return text.includes("<<<<<<<") && text.split(/\r?\n/).some((line) => START.test(line));
}

/** The two texts that a text with conflict marks was made of, or `undefined` where the marks are not whole. */
export function conflictSides(text: string): readonly [ours: string, theirs: string] | undefined {
  const ours: string[] = [];
  const theirs: string[] = [];
  let part: "both" | "ours" | "base" | "theirs" = "both";
  for (const line of text.split("\n")) {
    if (part === "both" && START.test(line)) part = "ours";
    else if (part === "ours" && BASE.test(line)) part = "base";
    else if ((part === "ours" || part === "base") && MIDDLE.test(line)) part = "theirs";
    else if (part === "theirs" && END.test(line)) part = "both";
    else {
      if (part === "both" || part === "ours") ours.push(line);
      if (part === "both" || part === "theirs") theirs.push(line);
    }
  }
  return part === "both" ? [ours.join("\n"), theirs.join("\n")] : undefined;
}
