/** A piece of an action of a template. */
export type Token =
  | { readonly is: "text"; readonly value: string }
  /** `.a.b`, `$x.a`, `$`, `.`; behind a parenthesis, the fields of what stands in it. */
  | { readonly is: "reference"; readonly variable?: string | undefined; readonly fields: readonly string[] }
  | { readonly is: "word"; readonly value: string }
  | { readonly is: "mark"; readonly value: "(" | ")" | "|" | ":=" | "=" | "," };

const TOKEN =
  /\s+|"(?<double>(?:[^"\\]|\\.)*)"|`(?<raw>[^`]*)`|'(?:[^'\\]|\\.)+'|(?<reference>\$\w*(?:\.\w+)*|\.(?:\w+(?:\.\w+)*)?)|(?<mark>:=|[()|=,])|(?<word>[^\s()|=,"`'.$:]+(?:\.\d+)?)|./gsy;

/** Cuts an action of a template into its pieces. What is no piece of one is left out. */
export function tokensOf(action: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { groups = {} } of action.matchAll(TOKEN)) {
    const { double, raw, reference, mark, word } = groups;
    const text = double ?? raw;
    if (text !== undefined) tokens.push({ is: "text", value: text });
    else if (reference !== undefined) tokens.push(referenceOf(reference));
    else if (isMark(mark)) tokens.push({ is: "mark", value: mark });
    else if (word !== undefined) tokens.push({ is: "word", value: word });
  }
  return tokens;
}

function referenceOf(text: string): Token {
  const [head = "", ...fields] = text.split(".");
  return {
    is: "reference",
    variable: head.startsWith("$") ? head : undefined,
    fields: fields.filter((field) => field !== ""),
  };
}

function isMark(text: string | undefined): text is "(" | ")" | "|" | ":=" | "=" | "," {
  return text !== undefined && /^(?::=|[()|=,])$/.test(text);
}
