// What an editor shows when somebody points at a field.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "ts5.9";
import { describe, expect, test } from "vitest";
import { ROOT } from "../tools/repository.ts";
import { editorFor, shownAt } from "./editor.ts";

const KINDS = join(ROOT, "sdk/kinds");
const PROGRAM = join(KINDS, "hover-example.ts");
const CODE = `
import { fluxInstance, gitRepository, helmRelease, kustomization, receiver } from "./index.gen.ts";
const source = gitRepository("apps", { url: "https://example.com/apps.git", interval: "1m", timeout: "30s" });
kustomization("apps", { sourceRef: source, interval: "10m", prune: true, deletionPolicy: "Orphan", namePrefix: "x" });
helmRelease("shop", { chartRef: { kind: "OCIRepository", name: "x" }, interval: "1h", install: { crds: "Skip", skipCRDs: true } });
receiver("hook", { type: "github", resources: [], secretRef: { name: "x" }, interval: "5m" });
fluxInstance("flux", { distribution: { version: "2.x", registry: "x" }, sync: { kind: "Bucket", url: "", ref: "", path: "" } });
`;

const service = editorFor({ [PROGRAM]: CODE });

/** What is shown of a word in a line of the program. */
function shownOf(line: string, word: string): string {
  return shownAt(service, PROGRAM, CODE.indexOf(` ${word}: `, CODE.indexOf(line)) + 1);
}

test.each<[line: string, word: string, parts: readonly string[]]>([
  ["gitRepository(", "url", ["Where the repository is", "Starts with `http://`, `https://` or `ssh://`."]],
  ["gitRepository(", "timeout", ["no hours", "Default: `60s`."]],
  [
    "kustomization(",
    "prune",
    ["Whether Flux deletes", "@see https", "fluxcd.io/flux/components/kustomize/kustomizations/"],
  ],
  ["kustomization(", "namePrefix", ["Text put before", "1 to 200 characters."]],
  ["helmRelease(", "install", ["How the chart is installed", "#install-configuration"]],
  ["helmRelease(", "skipCRDs", ["@deprecated Use `crds`"]],
  ["receiver(", "interval", ["Default: `10m`."]],
  ["fluxInstance(", "sync", ["The source and folder", "#sync-configuration"]],
  ["fluxInstance(", "ref", ["a full Git reference"]],
])("%s … %s: …) shows %j", (line, word, parts) => {
  const shown = shownOf(line, word);
  for (const part of parts) expect(shown).toContain(part);
});

describe("every field of every generated kind has words", () => {
  const files = readdirSync(KINDS).filter((file) => file.endsWith(".gen.ts") && !/^(flux-kinds|index)\./.test(file));
  const program = service.getProgram();
  const checker = program?.getTypeChecker();

  test("of all nineteen", () => {
    expect(files.length).toBe(19);
  });

  test.each(files)("%s", (file) => {
    const source = program?.getSourceFile(join(KINDS, file));
    const fields = (source?.statements ?? [])
      .filter(ts.isInterfaceDeclaration)
      .flatMap(({ name, members }) =>
        members
          .filter(ts.isPropertySignature)
          .map((member) => ({ place: `${name.text}.${member.name.getText()}`, member })),
      );
    expect(fields.length).toBeGreaterThan(0);
    const wordless = fields.filter(({ member }) => {
      // An alternative says of a field that it must not be there.
      if (member.type?.kind === ts.SyntaxKind.UndefinedKeyword) return false;
      const symbol = checker?.getSymbolAtLocation(member.name);
      return ts.displayPartsToString(symbol?.getDocumentationComment(checker)) === "";
    });
    expect(wordless.map(({ place }) => place)).toEqual([]);
  });
});
