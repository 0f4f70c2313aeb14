// Documents that other people wrote, and that Flux takes: the checker has nothing to say of them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadAll, YAML11_SCHEMA } from "js-yaml";
import { beforeEach, describe, expect, test } from "vitest";
import { knownKinds } from "../../../../sdk/authoring/known-kinds.ts";
import { checkObject } from "../../../../sdk/compile/check-schema/check-object.ts";
import type { SchemaFinding } from "../../../../sdk/compile/check-schema/finding.ts";
import { notServed } from "../../../../sdk/compile/not-served.ts";
import { groupOf } from "../../../../sdk/model/identity.ts";
import { fixturesFolder } from "../../../fixtures-folder.ts";

interface Document {
  readonly file: string;
  readonly object: { readonly apiVersion: string; readonly kind: string; readonly metadata: object };
}

const folder = fixturesFolder() ?? "";
const kinds = knownKinds();

const isFlux = ({ object }: Document): boolean =>
  /(^|\.)fluxcd\.(io|controlplane\.io)$/.test(groupOf(object.apiVersion));

/** What Flux fills in, and what a page leaves to its reader. */
const isUnknown = (value: unknown): boolean => typeof value === "string" && /\$\{|\{\{|^<.*>$/s.test(value);

function findingsIn({ object }: Document): readonly SchemaFinding[] {
  return checkObject(object, kinds.find(groupOf(object.apiVersion), object.kind), { flux: "2.9", isUnknown });
}

function isCurrent({ object: { apiVersion, kind } }: Document): boolean {
  const definition = kinds.find(groupOf(apiVersion), kind);
  return definition === undefined || notServed(apiVersion, definition, "2.9") === undefined;
}

function documentsIn(root: string, files: readonly string[]): readonly Document[] {
  return files.flatMap((file) =>
    parsedDocuments(readFileSync(join(root, file), "utf8"))
      .filter(isDocument)
      .map((object) => ({ file, object })),
  );
}

/** Templates of other tools are no YAML. */
function parsedDocuments(text: string): readonly unknown[] {
  try {
    return loadAll(text, { schema: YAML11_SCHEMA });
  } catch {
    return [];
  }
}

function isDocument(object: unknown): object is Document["object"] {
  const { apiVersion, kind, metadata } = Object(object);
  return (
    typeof apiVersion === "string" && typeof kind === "string" && typeof metadata === "object" && metadata !== null
  );
}

function yamlFiles(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ya?ml$/.test(file))
    .sort();
}

function shown(documents: readonly Document[]): readonly string[] {
  return documents.flatMap((document) =>
    findingsIn(document).map(({ code, message }) => `${document.file}: ${code}: ${message}`),
  );
}

describe("what Flux's pages and samples show", () => {
  beforeEach(({ skip }) =>
    skip(folder === "", "the public documents are not beside the repository (see fixtures-folder.ts)"),
  );

  test("is taken where it is complete", () => {
    const pages = join(folder, "fixtures", "docs");
    const index: readonly { file: string; parses: boolean; schemaErrors?: readonly string[] }[] = JSON.parse(
      readFileSync(join(pages, "index.json"), "utf8"),
    );
    const whole = index.filter(({ parses, schemaErrors }) => parses && schemaErrors === undefined);
    const samples = join(folder, "fixtures", "samples");
    const documents = [
      ...documentsIn(
        pages,
        whole.map(({ file }) => file),
      ),
      ...documentsIn(samples, yamlFiles(samples)),
    ];
    expect(documents.filter(isFlux).length).toBeGreaterThan(130);
    // A certificate authority alone under the type for pairs of keys: the API server takes no such Secret.
    const refused = [
      ["notification-controller/providers-30.yaml", "my-ca-crt"],
      ["image-reflector-controller/imagerepositories-04.yaml", "example-ca-cert"],
    ].flatMap(([file, name]) =>
      ["tls.crt", "tls.key"].map(
        (key) => `${file}: schema/required: Secret default/${name} is of type kubernetes.io/tls and lacks ${key}`,
      ),
    );
    expect(shown(documents.filter(isCurrent))).toEqual(refused);
  });
});

describe("public repositories hold objects of Flux that are right, and patches, which lack what they do not change", () => {
  const corpus = join(folder, "corpus");
  const isThere = folder !== "" && existsSync(corpus);
  beforeEach(({ skip }) => skip(!isThere, "no public repositories are beside this one (see fixtures-folder.ts)"));

  test.each(isThere ? readdirSync(corpus).filter((name) => name.includes("+")) : ["none"])("%s", (name) => {
    const repository = join(corpus, name);
    const documents = documentsIn(repository, yamlFiles(repository)).filter(
      (document) => isFlux(document) && isCurrent(document),
    );
    const codes = documents.flatMap((document) => findingsIn(document).map(({ code }) => code));
    expect(codes.filter((code) => code !== "rule/broken" && code !== "schema/required")).toEqual([]);
  });
});
