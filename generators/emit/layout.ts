/** The width that the repository's formatter keeps to. Generated files are printed so that it has nothing to change. */
const WIDTH = 120;

/** A column where nothing fits any more: what starts here is printed field by field. */
export const WHOLE_LINE: number = WIDTH;

/** Prints a property of an interface, with a union that does not fit on its line one member a line. */
export function layoutProperty(head: string, members: readonly string[]): string {
  const line = `  readonly ${head}: ${members.join(" | ")};`;
  if (line.length <= WIDTH) return members.join(" | ");
  return members.length === 1 ? members.join("") : members.map((member) => `\n| ${member}`).join("");
}

/** Prints a type alias of a union. */
export function layoutAlias(head: string, members: readonly string[]): string {
  const line = `export type ${head} = ${members.join(" | ")};`;
  return line.length <= WIDTH ? members.join(" | ") : members.map((member) => `\n| ${member}`).join("");
}

/** A value of a literal: what prints flat when it fits, and field by field when it does not. */
export type Literal = string | { readonly [field: string]: Literal } | readonly Literal[];

/** Prints a literal. `column` is where it starts, `indent` how far its lines stand in. */
export function layoutLiteral(literal: Literal, column: number, indent: number): string {
  const line = flat(literal);
  // One column is for the comma behind it.
  if (typeof literal === "string") return line;
  if (column + line.length < WIDTH && !isTable(literal)) return line;
  const inner = " ".repeat(indent + 2);
  const lines = isList(literal)
    ? literal.map((item) => `${inner}${layoutLiteral(item, inner.length, indent + 2)},`)
    : Object.entries(literal).map(([field, value]) => {
        const head = `${inner}${keyOf(field)}: `;
        return `${head}${layoutLiteral(value, head.length, indent + 2)},`;
      });
  const [open, close] = isList(literal) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.join("\n")}\n${" ".repeat(indent)}${close}`;
}

/** A list of several objects with several fields each: the formatter gives every one of them its line. */
function isTable(literal: Literal): boolean {
  if (!isList(literal)) return false;
  return literal.length > 1 && literal.every((item) => typeof item === "object" && Object.keys(item).length > 1);
}

function flat(literal: Literal): string {
  if (typeof literal === "string") return literal;
  if (isList(literal)) return `[${literal.map(flat).join(", ")}]`;
  const fields = Object.entries(literal).map(([field, value]) => `${keyOf(field)}: ${flat(value)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

function isList(literal: Literal): literal is readonly Literal[] {
  return Array.isArray(literal);
}

/** A key of an object or an interface, in quotes only where it needs them. */
export function keyOf(name: string): string {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : JSON.stringify(name);
}

/** Breaks a text into lines for a comment that stands `indent` in. */
export function wrapComment(text: string, indent: number): readonly string[] {
  const width = WIDTH - indent - 3;
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
