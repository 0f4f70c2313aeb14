import { type GeneratedCrds, generateCrds } from "../../../generators/crd/generate-crds.ts";

/** What is special about a CRD. */
export interface CrdParts {
  readonly kind?: string;
  readonly group?: string;
  readonly scope?: string;
  /** The whole schema. Without it: one with this `spec`. */
  readonly root?: unknown;
  readonly spec?: unknown;
}

/** A CRD of toys as JSON, which every source may be. */
export function crdText({
  kind = "Toy",
  group = "toys.example.com",
  scope = "Namespaced",
  root,
  spec,
}: CrdParts): string {
  const schema = root ?? { type: "object", properties: { spec } };
  return JSON.stringify({
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `toys.${group}` },
    spec: {
      group,
      scope,
      names: { kind, plural: `${kind.toLowerCase()}s` },
      versions: [{ name: "v1", served: true, storage: true, schema: { openAPIV3Schema: schema } }],
    },
  });
}

/** Generates from texts, which are called after their place in the list. */
export function generateTexts(texts: readonly string[], references?: string): GeneratedCrds {
  return generateCrds({
    sources: texts.map((text, index) => ({ name: `${index + 1}.yaml`, text })),
    ...(references === undefined ? {} : { references: { name: "references.yaml", text: references } }),
  });
}

/** What a field of a Toy's spec becomes: its property, its facts, and what is said of it. */
export function fieldOf(schema: unknown): {
  property: string;
  facts: string;
  warnings: readonly string[];
  text: string;
} {
  const spec = { type: "object", properties: { it: schema } };
  const { files, diagnostics } = generateTexts([crdText({ spec })]);
  const text = files.get("toy.ts") ?? "";
  const property = /^ {2}readonly it\??: ([^;]*);$/m.exec(text)?.[1] ?? "";
  const start = text.indexOf("properties: {", text.indexOf("spec: {"));
  const facts = text.slice(text.indexOf("it: ", start) + "it: ".length);
  return {
    property: property.replace(/ \| undefined$/, ""),
    facts: firstObject(facts),
    warnings: diagnostics.map(({ message }) =>
      message.replace("spec.it of toys.toys.example.com has ", "").replace("spec.it", ""),
    ),
    text,
  };
}

/** The object that a text starts with, on one line. */
function firstObject(text: string): string {
  let depth = 0;
  for (let end = 0; end < text.length; end++) {
    if (text[end] === "{") depth += 1;
    if (text[end] === "}") depth -= 1;
    if (depth === 0)
      return text
        .slice(0, end + 1)
        .replace(/,?\s*\n\s*/g, " ")
        .replace(/\{ (.*) \}/, "{ $1 }");
  }
  return text;
}
