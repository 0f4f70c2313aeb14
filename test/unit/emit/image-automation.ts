import { isScalar, parseAllDocuments, visit } from "yaml";

/** What a policy chose. */
export interface Chosen {
  readonly namespace: string;
  readonly policy: string;
  readonly name: string;
  readonly tag: string;
}

/**
 * A file as image automation writes it when policies have chosen images: the values before their markers are set, and the whole file is
 * printed anew by another printer, without `---` at its start and with other quotes.
 */
export function asBotWrites(text: string, ...chosen: readonly Chosen[]): string {
  const values = new Map<string, string>();
  for (const { namespace, policy, name, tag } of chosen) {
    values.set(`${namespace}:${policy}`, `${name}:${tag}`);
    values.set(`${namespace}:${policy}:name`, name);
    values.set(`${namespace}:${policy}:tag`, tag);
  }
  const documents = [...parseAllDocuments(text, { logLevel: "silent" })];
  for (const document of documents) {
    visit(document, {
      Scalar: (_, node) => {
        const setter = isScalar(node) && node.comment ? setterIn(node.comment) : undefined;
        const value = setter === undefined ? undefined : values.get(setter);
        if (value !== undefined) node.value = value;
      },
    });
  }
  return documents
    .map((document) => document.toString({ lineWidth: 0, directives: false }))
    .join("---\n")
    .replace(/^---\n/, "");
}

function setterIn(comment: string): string | undefined {
  try {
    return JSON.parse(comment)["$imagepolicy"];
  } catch {
    return undefined;
  }
}
