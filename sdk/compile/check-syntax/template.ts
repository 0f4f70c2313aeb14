import type { SyntaxProblem } from "./syntax-problem.ts";

/** Reads a template of Go as far as its actions are closed. */
function readTemplate(text: string): SyntaxProblem | undefined {
  return unclosed(text, "{{", "}}");
}

/** Reads a template of the Flux Operator, whose actions stand in other brackets. */
export function readOperatorTemplate(text: string): SyntaxProblem | undefined {
  return unclosed(text, "<<", ">>");
}

/** Reads the template of a commit's message. Two parts of its data were taken away in Flux 2.7. */
export function readCommitTemplate(text: string): SyntaxProblem | undefined {
  const found = readTemplate(text);
  if (found !== undefined) return found;
  const gone = /\{\{[^}]*?(?<![\w)\]$])\.(Updated|Changed\.ImageResult)\b/.exec(text)?.[1];
  if (gone === undefined) return undefined;
  return { problem: `uses ".${gone}", which Flux no longer has`, hint: 'use ".Changed.Changes" or ".Changed.Objects"' };
}

function unclosed(text: string, open: string, close: string): SyntaxProblem | undefined {
  const at = text.lastIndexOf(open);
  if (at === -1 || text.includes(close, at)) return undefined;
  return { problem: `opens "${open}" and does not close it`, hint: `write "${close}" behind the action` };
}
