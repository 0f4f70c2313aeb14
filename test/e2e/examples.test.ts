// The examples as a stranger runs them: the real command, in a folder of their own.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../tools/repository.ts";

const COMMAND = join(ROOT, "dist", "esm", "cli", "main.js");
const EXAMPLES = join(ROOT, "examples");

let scratch = "";
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "sluice-examples-"));
  mkdirSync(join(scratch, "node_modules"));
  symlinkSync(ROOT, join(scratch, "node_modules", "sluice"), "junction");
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function sluice(folder: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [COMMAND, "build", "--out", ".", ...args], { cwd: folder, stdio: "pipe" });
}

/** Every file below a folder, but packages. */
function contents(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const own = files.filter((file) => !file.includes("node_modules")).sort();
  return Object.fromEntries(
    own.map((file) => [file.slice(folder.length).replaceAll("\\", "/"), readFileSync(file, "utf8")]),
  );
}

/** Whether a file was encrypted as it was written, and is no copy of one that is authored. */
function isEncrypted(example: string, path: string): boolean {
  const text = readFileSync(join(example, path), "utf8");
  const secrets = join(example, "secrets");
  const authored = existsSync(secrets) ? Object.values(contents(secrets)) : [];
  return /^sops:$/m.test(text) && !authored.includes(text);
}

const names = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, "fleet.ts")));

test("the example with a chart has its types", () => {
  const example = join(EXAMPLES, "production-fleet");
  const args = ["generate", "values", "charts/web", "--root", ".", "--check"];
  execFileSync(process.execPath, [COMMAND, ...args], { cwd: example, stdio: "pipe" });
});

describe.for(names)("examples/%s", (name) => {
  const example = join(EXAMPLES, name);

  test("is up to date", () => sluice(example, "--check"));

  test("gives the same files when it starts with the program alone", () => {
    const copy = join(scratch, name);
    // What Sluice wrote is known by the index; everything else is the program.
    const { version: _, ...index }: Record<string, unknown> = JSON.parse(
      readFileSync(join(example, ".sluice", "index.json"), "utf8"),
    );
    // What was encrypted was so with a value that is not here: a build keeps such a file where the index knows it.
    const made = Object.keys(index).filter((path) => !isEncrypted(example, path));
    const isKept = made.length < Object.keys(index).length;
    const written = new Set([...made, ...(isKept ? [] : [".sluice/index.json"])].map((path) => join(example, path)));
    cpSync(example, copy, { recursive: true, filter: (path) => !written.has(path) && !path.includes("node_modules") });
    const before = Object.keys(contents(copy)).filter((path) => path.endsWith(".yaml"));
    expect(
      before.filter((path) => !/^\/(?:secrets|crds|charts)\/|^\/\.sops\.yaml$|\/secret-[^/]*$/.test(path)),
    ).toEqual([]);
    sluice(copy);
    expect(contents(copy)).toEqual(contents(example));
    sluice(copy, "--check");
  });
});
