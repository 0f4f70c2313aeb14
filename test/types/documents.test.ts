// Documents that Flux's own pages, samples and command line show, written down as literals: they compile.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fixturesFolder } from "../fixtures-folder.ts";
import { builderOf, contentOf } from "../unit/documents/builders.ts";
import { type PublicDocument, readPublicDocuments } from "../unit/documents/public-documents.ts";
import { COMPILERS, type CompilerVersion, compile, emitDeclarations } from "./compiler.ts";

const VERSIONS = Object.keys(COMPILERS) as CompilerVersion[]; // The keys are the versions.
const SLOW = { timeout: 120_000 };

const fixtures = fixturesFolder();
const { documents } = readPublicDocuments(fixtures);

let scratch = "";
let declarations = "";

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "sluice-documents-"));
  declarations = join(scratch, "declarations");
  await emitDeclarations(declarations);
}, SLOW.timeout);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A document as a program: one call on one line for each, behind a comment that says which it is. */
function literalOf({ place, object }: PublicDocument): string {
  const builder = builderOf(object);
  const { metadata, kind } = object;
  // Nobody but controllers writes it, so that it has a type and no builder.
  if (kind === "ExternalArtifact")
    return `({ spec: ${JSON.stringify(object.spec)} }) satisfies Pick<ExternalArtifact, "spec">;`;
  if (builder === undefined) return "";
  const { namespace, labels, annotations } = metadata;
  const given = [metadata.name, contentOf(object, builder.takes), { namespace, labels, annotations }];
  return `// ${place} (${kind})\n${builder.name}(${given.map((part) => JSON.stringify(part)).join(", ")});`;
}

describe("documents of Flux's pages, samples and command line", () => {
  beforeEach(({ skip }) =>
    skip(fixtures === undefined, "the public documents are not beside the repository (see fixtures-folder.ts)"),
  );

  test.for(VERSIONS)("compile as literals, TypeScript %s", SLOW, async (version) => {
    const folder = join(scratch, version);
    mkdirSync(folder, { recursive: true });
    const file = join(folder, "program.ts");
    const calls = documents.map(literalOf).filter((call) => call !== "");
    expect(calls.length).toBeGreaterThan(250);
    const names = [...new Set(documents.flatMap(({ object }) => builderOf(object)?.name ?? []))];
    writeFileSync(file, `import { ${names.join(", ")}, type ExternalArtifact } from "sluice";\n${calls.join("\n")}\n`);
    const options = { skipLibCheck: false };
    const { errors } = await compile({ version, declarations, folder, include: [file], options });
    expect([...errors.values()].flat()).toEqual([]);
  });
});
