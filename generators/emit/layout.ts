/** The width that the repository's formatter keeps to. Generated files are printed so that it has nothing to change. */
export const WIDTH = 120;

/** Says whether a property of an interface fits on its line. */
export function fitsProperty(head: string, type: string): boolean {
  return `  readonly ${head}: ${type};`.length <= WIDTH;
}

/** Prints the type of a property: a union that does not fit on its line has one member a line. */
export function layoutProperty(head: string, members: readonly string[]): string {
  const line = members.join(" | ");
  return fitsProperty(head, line) || members.length === 1 ? line : memberLines(members);
}

/** Prints the type behind `export type head =`. */
export function layoutAlias(head: string, members: readonly string[]): string {
  const line = members.join(" | ");
  return `export type ${head} = ${line};`.length <= WIDTH ? line : memberLines(members);
}

/** The printer hangs all lines behind the first one level in, where the members belong. */
function memberLines(members: readonly string[]): string {
  return members.map((member) => `\n| ${member}`).join("");
}

/** Breaks a paragraph into lines for a comment that stands `indent` in. */
export function wrapComment(paragraph: string, indent: number): readonly string[] {
  const width = WIDTH - indent - " * ".length;
  const lines: string[] = [];
  for (const word of paragraph.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
