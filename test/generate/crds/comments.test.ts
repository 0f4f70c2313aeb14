import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "ts-morph";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { generateCrds } from "../../../generators/crd/generate-crds.ts";
import { fixturesFolder } from "../../fixtures-folder.ts";
import { fieldOf } from "./crd-text.ts";

function commentOf(description: string, schema: object = { type: "string" }): string {
  const { text } = fieldOf({ ...schema, description });
  return /( *\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n) {2}readonly it/.exec(text)?.[1] ?? "";
}

test.each<[description: string, comment: string]>([
  ["Its size.", "  /** Its size. */\n"],
  ["One.\n\nTwo:\n  - a\n  - b", "  /**\n   * One.\n   *\n   * Two:\n   *   - a\n   *   - b\n   */\n"],
  ["Ends */ here, and */ again.", "  /** Ends *\\/ here, and *\\/ again. */\n"],
  [
    "@deprecated Not a tag. Mail me@example.com or {@link x}.",
    "  /** \\@deprecated Not a tag. Mail me@example.com or {\\@link x}. */\n",
  ],
  [
    `${"word ".repeat(40).trim()}.`,
    `  /**\n   * ${"word ".repeat(23).trim()}\n   * ${"word ".repeat(17).trim()}.\n   */\n`,
  ],
  ["Line\r\nends.", "  /**\n   * Line\n   * ends.\n   */\n"],
])("the description %j is kept, and harmless", (description, comment) => {
  expect(commentOf(description)).toBe(comment);
});

test("what the schema demands stands behind the description", () => {
  const schema = { type: "integer", minimum: 1, default: 3 };
  expect(commentOf("Its size.", schema)).toBe("  /**\n   * Its size.\n   *\n   * At least 1. Default: `3`.\n   */\n");
});

test("what is said of items and values without a type of their own is not lost", () => {
  const items = {
    type: "object",
    additionalProperties: { type: "string", description: "A value." },
    description: "A map.",
  };
  expect(commentOf("A list.", { type: "array", items })).toBe(
    "  /**\n   * A list.\n   *\n   * A map.\n   *\n   * A value.\n   */\n",
  );
});

test("a type that fields are made of has the description of the items", () => {
  const items = { type: "object", properties: { a: { type: "string" } }, description: "An item." };
  expect(fieldOf({ type: "array", items }).text).toContain("/** An item. */\nexport interface ToyIt {\n");
});

const fixtures = fixturesFolder();

test.skipIf(fixtures === undefined)(
  "every description of public CRDs is in the comments (skipped without the folder of public material)",
  { timeout: 60_000 },
  () => {
    const folder = join(fixtures ?? "", "fixtures/crds");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /_\w+\.yaml$/.test(name));
    expect(files.length).toBeGreaterThan(3);
    for (const name of files) {
      const text = readFileSync(join(folder, name), "utf8");
      const { files: generated } = generateCrds({ sources: [{ name, text }] });
      const [source = ""] = generated.values();
      const comments = words(commentsOf(source).join("\n"));
      const lost = authored(parseAllDocuments(text)[0]?.toJS()).filter(
        (description) => !comments.includes(words(description)),
      );
      expect(lost, name).toEqual([]);
    }
  },
);

/** Texts apart from how they are broken into lines, and from escapes. */
function words(text: string): string {
  return text.replaceAll("\\@", "@").replaceAll("*\\/", "*/").replace(/\s+/g, " ").trim();
}

/** The comments of a program, as TypeScript reads them: without tags, since no description makes one. */
function commentsOf(source: string): readonly string[] {
  const file = new Project({ useInMemoryFileSystem: true }).createSourceFile("kind.ts", source);
  const documented = [
    ...file.getInterfaces().flatMap((type) => [type, ...type.getProperties()]),
    ...file.getTypeAliases(),
  ];
  return documented.flatMap((node) =>
    node.getJsDocs().map((comment) => {
      expect(comment.getTags()).toEqual([]);
      return comment.getDescription();
    }),
  );
}

/** The descriptions of what an author writes in the version that has types. */
function authored(crd: unknown): readonly string[] {
  const versions: { served: boolean; schema: { openAPIV3Schema: { properties: { spec: unknown } } } }[] =
    Object(crd).spec.versions;
  return descriptionsIn(versions.find(({ served }) => served)?.schema.openAPIV3Schema.properties.spec);
}

function descriptionsIn(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const {
    description,
    properties = {},
    items,
    additionalProperties,
  }: {
    description?: unknown;
    properties?: object;
    items?: unknown;
    additionalProperties?: unknown;
  } = schema;
  const below = [...Object.values(properties), items, additionalProperties].flatMap(descriptionsIn);
  return typeof description === "string" ? [description, ...below] : below;
}
