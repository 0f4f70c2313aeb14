/** A piece of an action of a template. */
export type Token =
  | { readonly is: "text"; readonly value: string }
  /** `.a.b`, `$x.a`, `$`, `.` */
  | { readonly is: "reference"; readonly variable?: string | undefined; readonly fields: readonly string[] }
  /** `.a.b` right behind a parenthesis: fields of what stands in it. With a space between, it is the next argument. */
  | { readonly is: "fields"; readonly fields: readonly string[] }
  | { readonly is: "word"; readonly value: string }
  | { readonly is: "mark"; readonly value: "(" | ")" | "|" | ":=" | "=" | "," };

const TOKEN =
  /\s+|"(?<double>(?:[^"\\]|\\.)*)"|`(?<raw>[^`]*)`|'(?:[^'\\]|\\.)+'|(?<reference>\$\w*(?:\.\w+)*|\.(?:\w+(?:\.\w+)*)?)|(?<mark>:=|[()|=,])|(?<word>[^\s()|=,"`'.$:]+(?:\.\d+)?)|./gsy;

/** Cuts an action of a template into its pieces. What is no piece of one is left out. */
export function tokensOf(action: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { index, groups = {} } of action.matchAll(TOKEN)) {
    const { double, raw, reference, mark, word } = groups;
    const text = double ?? raw;
    if (text !== undefined) tokens.push({ is: "text", value: text });
    else if (reference !== undefined) tokens.push(referenceOf(reference, action[index - 1] === ")"));
    else if (isMark(mark)) tokens.push({ is: "mark", value: mark });
    else if (word !== undefined) tokens.push({ is: "word", value: word });
  }
  return tokens;
}

function referenceOf(text: string, isBehind: boolean): Token {
  const [head = "", ...parts] = text.split(".");
  const fields = parts.filter((part) => part !== "");
  if (isBehind && head === "" && fields.length > 0) return { is: "fields", fields };
  return { is: "reference", variable: head.startsWith("$") ? head : undefined, fields };
}

function isMark(text: string | undefined): text is "(" | ")" | "|" | ":=" | "=" | "," {
  return text !== undefined && /^(?::=|[()|=,])$/.test(text);
}
