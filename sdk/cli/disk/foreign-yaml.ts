import type { ForeignDocument, ViewFile } from "../../compile/view.ts";

/** Reads YAML that Sluice did not write. The parser is loaded when there is such a file, and not before. */
export async function readForeignYaml(text: string): Promise<ViewFile> {
  const { parseAllDocuments } = await import("yaml");
  const documents: ForeignDocument[] = [];
  for (const [index, document] of [...parseAllDocuments(text, { merge: true, logLevel: "silent" })].entries()) {
    const [error] = document.errors;
    if (error !== undefined) {
      // The parser's own words quote the file.
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
  return { type: "yaml", documents };
}
