// What others have committed and run: readers find nothing wrong with it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CORE_SCHEMA, loadAll } from "js-yaml";
import { beforeEach, describe, expect, test } from "vitest";
import { knownKinds } from "../../../../sdk/authoring/known-kinds.ts";
import { readYamlOnDemand } from "../../../../sdk/cli/program/yaml-on-demand.ts";
import { checkSyntax } from "../../../../sdk/compile/check-syntax/check-syntax.ts";
import type { Schema, Syntax } from "../../../../sdk/model/schema.ts";
import { fixturesFolder } from "../../../fixtures-folder.ts";

const fixtures = fixturesFolder();
const FOLDERS = ["corpus", "fixtures"].filter((name) => existsSync(join(fixtures ?? "", name)));

/** Texts that are wrong indeed: placeholders of documentation, and mistakes. */
const WRONG: readonly string[] = [
  'git-commit "<commit SHA within branch>"',
  'git-commit "<commit SHA>"',
  'git-commit "c88a2f41"',
  'oci-digest "sha256:<SHA-value>"',
  'oci-tag "<tag-name>"',
  'version-range "<semver-range>"',
  "commit-template with .Updated",
];

/** A text that a controller reads, and where it stands. */
interface Read {
  readonly language: string;
  readonly text: string;
  readonly problem: string | undefined;
}

describe("public documents", () => {
  beforeEach(({ skip }) =>
    skip(FOLDERS.length === 0, "no public documents are beside this one (see fixtures-folder.ts)"),
  );

  test("no reader finds anything wrong that is right", { timeout: 60_000 }, () => {
    const reads = FOLDERS.flatMap((folder) => documentsBelow(join(fixtures ?? "", folder))).flatMap(readsOf);
    const languages = new Set(reads.map(({ language }) => language));
    expect(reads.length).toBeGreaterThan(1000);
    expect(languages.size).toBeGreaterThan(15);
    const found = reads.flatMap(({ language, text, problem }) => {
      if (problem === undefined) return [];
      return [problem.includes('".Updated"') ? `${language} with .Updated` : `${language} ${JSON.stringify(text)}`];
    });
    expect([...new Set(found)].sort()).toEqual([...WRONG].sort());
  });
});

function documentsBelow(folder: string): readonly unknown[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.ya?ml$/.test(file));
  return files.flatMap((file) => {
    try {
      return loadAll(readFileSync(join(folder, file), "utf8"), { schema: CORE_SCHEMA });
    } catch {
      return [];
    }
  });
}

function readsOf(document: unknown): readonly Read[] {
  if (!isRecord(document)) return [];
  const { apiVersion, kind, spec } = document;
  const [group = "", version] = String(apiVersion).split("/");
  const schema = version === undefined ? undefined : knownKinds().find(group, String(kind))?.body?.();
  return schema === undefined ? [] : readsAt({ spec }, schema);
}

function readsAt(value: unknown, schema: Schema): readonly Read[] {
  switch (schema.type) {
    case "object":
      if (!isRecord(value)) return [];
      return Object.entries(schema.properties).flatMap(([field, below]) => readsAt(value[field], below));
    case "map":
      if (!isRecord(value)) return [];
      return Object.entries(value).flatMap(([key, item]) => [
        ...readText(key, schema.keySyntax),
        ...readsAt(item, schema.values),
      ]);
    case "array":
      return Array.isArray(value) ? value.flatMap((item) => readsAt(item, schema.items)) : [];
    case "opaque":
      return [];
    default:
      return readText(value, schema.syntax);
  }
}

function readText(text: unknown, syntax: Syntax | undefined): readonly Read[] {
  // Variables are filled in before anything is read.
  const isText = typeof text === "string" && !text.includes("${");
  if (!isText || syntax === undefined) return [];
  return [
    { language: syntax.language, text, problem: checkSyntax(text, syntax, { readYaml: readYamlOnDemand })?.problem },
  ];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
