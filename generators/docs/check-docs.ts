import { problem, type Report } from "../diagnostic.ts";
import type { ObjectNode } from "../schema/schema-model.ts";
import type { KindDocs } from "./kind-docs.ts";

/** Reports types and fields without a text, and texts without a type or field. */
export function checkDocs(file: string, types: readonly ObjectNode[], docs: KindDocs, report: Report): void {
  const documented = new Map(Object.entries(docs));
  for (const { name, fields } of types) {
    const texts = documented.get(name);
    documented.delete(name);
    if (texts === undefined) missing(name, `the type ${name}`);
    const unused = new Set(Object.keys(texts?.fields ?? {}));
    for (const field of fields) {
      if (!unused.delete(field.name)) missing(`${name}.${field.name}`, `${field.node.path}`);
    }
    for (const field of unused) unknown(`${name}.${field}`, `a field of ${name}`);
  }
  for (const name of documented.keys()) unknown(name, "a type of this kind");

  function missing(path: string, what: string): void {
    report(
      problem(
        "generate/missing-docs",
        { file, path },
        `${what} has no text`,
        `write one or two sentences of our own under ${path}`,
      ),
    );
  }

  function unknown(path: string, what: string): void {
    report(
      problem(
        "generate/unused-docs",
        { file, path },
        `${path} is not ${what}`,
        "delete the text, or give it the name of what it is about",
      ),
    );
  }
}
