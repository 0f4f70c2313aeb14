import { expect, test } from "vitest";
import { crdText, generateTexts } from "./crd-text.ts";

const NAMED = { type: "object", required: ["name"], properties: { name: { type: "string" } } };
const SPEC = {
  type: "object",
  properties: {
    secretName: { type: "string" },
    stores: { type: "array", items: NAMED },
    labels: { type: "object", additionalProperties: { type: "string" } },
    size: { type: "integer" },
  },
};
const TOY = crdText({ spec: SPEC });

test("a declared reference is in the types and in the facts", () => {
  const references =
    'Toy: { spec.secretName: { kinds: [Secret] }, "spec.stores[]": { kinds: any, edge: mention, always: [namespace] } }';
  const { files, diagnostics } = generateTexts([TOY], references);
  expect(diagnostics).toEqual([]);
  const text = files.get("toy.ts") ?? "";
  expect(text).toContain('  readonly secretName?: NameOf<"Secret"> | undefined;\n');
  expect(text).toContain("  readonly stores?: readonly LocalRefTo<string>[] | undefined;\n");
  expect(text).toContain('secretName: { type: "string", reference: { kinds: ["Secret"], edge: "need" } }');
  expect(text).toContain('reference: { kinds: "any", edge: "mention", always: ["namespace"] }');
});

test("an entry for a kind of one group comes before one for all", () => {
  const texts = ["a.example.com", "b.example.com"].map((group) => crdText({ group, spec: SPEC }));
  const references =
    "Toy: { spec.secretName: { kinds: [Secret] } }\nToy.b.example.com: { spec.secretName: { kinds: [ConfigMap] } }";
  const { files } = generateTexts(texts, references);
  expect(files.get("a-toy.ts")).toContain('NameOf<"Secret">');
  expect(files.get("b-toy.ts")).toContain('NameOf<"ConfigMap">');
});

test.each<[what: string, references: string, message: string]>([
  [
    "a kind that there is not",
    "Gadget: { spec.secretName: { kinds: [Secret] } }",
    "Gadget has no spec.secretName that a reference can stand in",
  ],
  [
    "a field that there is not",
    "Toy: { spec.gone: { kinds: [Secret] } }",
    "Toy has no spec.gone that a reference can stand in",
  ],
  [
    "a list instead of its items",
    "Toy: { spec.stores: { kinds: [Secret] } }",
    "Toy has no spec.stores that a reference can stand in",
  ],
  ["a number", "Toy: { spec.size: { kinds: [Secret] } }", "Toy has no spec.size that a reference can stand in"],
  ["no kinds", "Toy: { spec.secretName: {} }", "Toy spec.secretName says nothing of references that can be read"],
  [
    "a word that there is not",
    "Toy: { spec.secretName: { kinds: [Secret], edges: need } }",
    "Toy spec.secretName says nothing of references that can be read",
  ],
  [
    "another edge",
    "Toy: { spec.secretName: { kinds: [Secret], edge: some } }",
    "Toy spec.secretName says nothing of references that can be read",
  ],
  ["no places", "Toy: yes", "Toy says nothing of references that can be read"],
  ["no kinds at all", "[]", "the file says nothing of references that can be read"],
])("a declaration of %s stops everything", (_, references, message) => {
  const { files, diagnostics } = generateTexts([TOY], references);
  expect(diagnostics.map(({ code, file, message: said }) => [code, file, said])).toEqual([
    ["crd/unknown-reference", "references.yaml", message],
  ]);
  expect(files.size).toBe(0);
});
