import type { ForeignDocument } from "../../compile/view.ts";

/** A YAML text as data, or why it is none. */
export type ParsedYaml =
  | { readonly type: "parsed"; readonly documents: readonly ForeignDocument[] }
  | { readonly type: "unreadable"; readonly reason: string };

/**
 * Reads the documents of a YAML text that hold something. The parser is loaded when the first such text comes up. Its own words
 * are not passed on, since they quote the text.
 */
export async function parseYaml(text: string): Promise<ParsedYaml> {
  const { parseAllDocuments } = await import("yaml");
  const documents: ForeignDocument[] = [];
  for (const [index, document] of [...parseAllDocuments(text, { merge: true, logLevel: "silent" })].entries()) {
    const [error] = document.errors;
    if (error !== undefined) {
      const where = error.linePos === undefined ? "" : ` at line ${error.linePos[0].line}`;
      return { type: "unreadable", reason: `it is no valid YAML${where}` };
    }
    let data: unknown;
    try {
      data = document.toJS();
    } catch {
      return { type: "unreadable", reason: "it has an alias without an anchor, or too many aliases" };
    }
    if (data !== null && data !== undefined) documents.push({ number: index + 1, data });
  }
  return { type: "parsed", documents };
}
