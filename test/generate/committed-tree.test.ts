import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { GENERATED_FOLDERS } from "../../generators/generate.ts";
import { main, readInput } from "../../generators/main.ts";
import { FLUX_VERSIONS } from "../../sdk/model/flux-versions.gen.ts";
import { fixturesFolder } from "../fixtures-folder.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const fixtures = fixturesFolder();

/** Runs a command of the generators and gives its exit code with what it told. */
function run(args: readonly string[], at: string): { code: number; told: string } {
  const told: string[] = [];
  const code = main(args, at, (text) => told.push(text));
  return { code, told: told.join("\n") };
}

test("the committed kinds are what the generator writes", () => {
  expect(run(["generate", "--check"], root)).toEqual({ code: 0, told: "" });
});

test("the locked Flux releases are those that a cluster may name", () => {
  const { releases } = readInput(root).releases;
  const locked = readdirSync(join(root, "generators/crds"), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(locked.map(({ name }) => name).sort()).toEqual(Object.keys(releases).sort());
  expect(Object.values(releases).flatMap(({ flux }) => flux ?? [])).toEqual(FLUX_VERSIONS);
});

test("locks hold no words for people", () => {
  const prose = new Set(["description", "message", "messageExpression", "title", "deprecationWarning"]);
  for (const [file, text] of readInput(root).locks) {
    const { versions, ...head }: { versions: { schema: object }[] } = JSON.parse(text);
    const facts = [head, ...versions.flatMap(({ schema, ...version }) => [version, ...Object.values(schema)])];
    expect(
      facts.flatMap(keysOf).filter((key) => prose.has(key)),
      file,
    ).toEqual([]);
  }
});

describe("in a copy of the repository", () => {
  let copy = "";
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), "sluice-generate-"));
    for (const folder of ["generators/crds", "generators/docs", ...GENERATED_FOLDERS]) {
      cpSync(join(root, folder), join(copy, folder), { recursive: true });
    }
  });
  afterEach(() => rmSync(copy, { recursive: true, force: true }));

  test("edited, missing and left-over files are stale, and generating mends them", { timeout: 60_000 }, () => {
    const kinds = join(copy, "sdk/kinds");
    writeFileSync(join(kinds, "helm-release.gen.ts"), "// edited\n");
    rmSync(join(kinds, "index.gen.ts"));
    writeFileSync(join(kinds, "gone.gen.ts"), "export {};\n");
    writeFileSync(join(kinds, "written-by-hand.ts"), "export {};\n");
    const { code, told } = run(["generate", "--check"], copy);
    expect(code).toBe(1);
    expect(told.match(/--> .*/g)).toEqual([
      "--> sdk/kinds/gone.gen.ts",
      "--> sdk/kinds/helm-release.gen.ts",
      "--> sdk/kinds/index.gen.ts",
    ]);
    expect(run(["generate"], copy).code).toBe(0);
    expect(run(["generate", "--check"], copy)).toEqual({ code: 0, told: "" });
    expect(readdirSync(kinds)).toContain("written-by-hand.ts");
  });

  test("nothing is written when anything is wrong", () => {
    writeFileSync(join(copy, "generators/docs/Kustomization.yaml"), "KustomizationSpec: nothing\n");
    writeFileSync(join(copy, "sdk/kinds/index.gen.ts"), "// edited\n");
    const { code, told } = run(["generate"], copy);
    expect(code).toBe(1);
    expect(told).toContain("error[generate/unreadable]");
    expect(readFileSync(join(copy, "sdk/kinds/index.gen.ts"), "utf8")).toBe("// edited\n");
  });

  test("a folder that is no release leaves the locks alone", () => {
    const before = readdirSync(join(copy, "generators/crds"), { recursive: true });
    const { code, told } = run(["locks", join(copy, "sdk/kinds"), join(copy, "nowhere")], copy);
    expect(code).toBe(1);
    expect(told.match(/error\[.*?\]/g)).toEqual(["error[generate/unreadable]", "error[generate/unreadable]"]);
    expect(readdirSync(join(copy, "generators/crds"), { recursive: true })).toEqual(before);
  });

  test.skipIf(fixtures === undefined)("locking the releases again changes nothing (needs the fixtures folder)", () => {
    const folders = Object.keys(readInput(root).releases.releases).map((release) =>
      join(fixtures ?? "", "crds", release),
    );
    expect(run(["locks", ...folders], copy).code).toBe(0);
    expect(readInput(copy).locks).toEqual(readInput(root).locks);
  });
});

test.each([[[]], [["locks"]], [["generate", "--chekc"]], [["lock", "x"]]])("wrong usage: %j", (args) => {
  const { code, told } = run(args, root);
  expect(code).toBe(2);
  expect(told).toContain("npm run locks -- DIR...");
});

test.skipIf(fixtures === undefined)("no sentence of the documentation is a CRD's (needs the fixtures folder)", () => {
  const folder = join(fixtures ?? "", "crds");
  const theirs = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => normalised(readFileSync(join(folder, file), "utf8")))
    .join(" ");
  const ours = [...readInput(root).docs.values()].flatMap((text) => textsOf(parse(text))).flatMap(sentencesOf);
  expect(ours.length).toBeGreaterThan(100);
  expect(ours.filter((sentence) => theirs.includes(sentence))).toEqual([]);
});

function keysOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const keys = Array.isArray(value) ? [] : Object.keys(value);
  return [...keys, ...Object.values(value).flatMap(keysOf)];
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** The sentences that are long enough to be somebody's. */
function sentencesOf(text: string): string[] {
  return text
    .split(/[.:;]\s/)
    .map(normalised)
    .filter((sentence) => sentence.split(" ").length >= 6);
}

function normalised(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
