// Repositories of other people, where they are there: what they say in YAML can be said by Sluice.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CORE_SCHEMA, loadAll } from "js-yaml";
import { beforeEach, describe, expect, test } from "vitest";
import { emitYaml } from "../../../sdk/emit/yaml/emit-yaml.ts";
import { fixturesFolder } from "../../fixtures-folder.ts";
import { READERS } from "./yaml-readers.ts";

const corpus = join(fixturesFolder() ?? "", "corpus");
const isThere = fixturesFolder() !== undefined && existsSync(corpus);

/** The others agree, and take ten times as long. */
const FAST_READERS = READERS.filter(({ name }) => name.startsWith("js-yaml"));

/** The documents below a folder that are maps or lists, without files that need tags of their own. */
function documentsBelow(folder: string): readonly object[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.ya?ml$/.test(file));
  return files.flatMap((file) => readDocuments(readFileSync(join(folder, file), "utf8")));
}

function readDocuments(text: string): readonly object[] {
  let documents: readonly unknown[];
  try {
    documents = loadAll(text, { schema: CORE_SCHEMA });
  } catch {
    return [];
  }
  return documents.filter((document) => typeof document === "object" && document !== null);
}

describe("the documents of public repositories are read back as the same data", () => {
  beforeEach(({ skip }) => skip(!isThere, "no public repositories are beside this one (see fixtures-folder.ts)"));

  test.each(isThere ? readdirSync(corpus).filter((name) => name.includes("+")) : ["none"])("%s", (repository) => {
    const documents = documentsBelow(join(corpus, repository));
    expect(documents.length).toBeGreaterThan(10);
    const text = documents.map((document) => `---\n${emitYaml(document)}`).join("");
    for (const { name, readAll } of FAST_READERS) expect(readAll(text), name).toStrictEqual(documents);
  });
});
