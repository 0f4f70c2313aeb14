/** A fenced block of a Markdown page. */
export interface Snippet {
  readonly language: string;
  /** What stands behind the language: `file=examples/a/fleet.ts`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  /** Of the opening fence. */
  readonly line: number;
}

/** A command line of a `console` block and what it prints. */
export interface Dialogue {
  readonly command: string;
  readonly output: string;
}

/** Takes the fenced blocks out of a Markdown page. */
export function readSnippets(page: string): readonly Snippet[] {
  const snippets: Snippet[] = [];
  let open: { readonly info: string; readonly line: number; readonly lines: string[] } | undefined;
  for (const [index, line] of page.split("\n").entries()) {
    if (!line.startsWith("```")) {
      open?.lines.push(line);
    } else if (open) {
      snippets.push(snippet(open.info, open.lines, open.line));
      open = undefined;
    } else {
      open = { info: line.slice(3).trim(), line: index + 1, lines: [] };
    }
  }
  if (open) throw new Error(`the block that starts on line ${open.line} has no end`);
  return snippets;
}

function snippet(info: string, lines: readonly string[], line: number): Snippet {
  const [language = "", ...words] = info.split(/\s+/);
  const attributes = Object.fromEntries(
    words.map((word) => {
      const [key = "", ...value] = word.split("=");
      return [key, value.join("=")];
    }),
  );
  return { language, attributes, text: lines.map((text) => `${text}\n`).join(""), line };
}

/** Splits a `console` block at its prompts: `$ command`, then what it prints. */
export function readDialogue(text: string): readonly Dialogue[] {
  const [before = "", ...parts] = text.split(/^\$ /m);
  if (before !== "") throw new Error(`output without a command: ${before}`);
  return parts.map((part) => {
    const end = part.indexOf("\n");
    return { command: part.slice(0, end), output: part.slice(end + 1) };
  });
}
