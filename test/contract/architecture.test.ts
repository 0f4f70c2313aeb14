import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../tools/repository.ts";

const page = readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8");
const source = readdirSync(join(ROOT, "sdk"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(join(ROOT, "sdk", file), "utf8"))
  .join("\n");

/** The names that a drawing puts in front of its explanations: what is left of the first two spaces in a row. */
function namesIn(drawing: string): readonly string[] {
  const steps = drawing.split("\n").map((line) => line.replace(/^[\s│├└─]+/, "").split(/\s{2,}/)[0] ?? "");
  return steps.flatMap((step) => step.match(/\b[a-z][A-Za-z]*[A-Z]?[A-Za-z]*(?=\(|$|,| →)/g) ?? []);
}

const [, walk = ""] = /```text\n([\s\S]*?)```/.exec(page) ?? [];

test("ARCHITECTURE.md follows a resource through functions that exist", () => {
  const names = namesIn(walk);
  expect(names).toEqual(
    expect.arrayContaining(["gitRepository", "compileFleet", "collect", "planBuild", "applyChanges"]),
  );
  expect(names.filter((name) => !new RegExp(`\\b(?:function|const|class) ${name}\\b`).test(source))).toEqual([]);
});

test("ARCHITECTURE.md names folders and files that exist", () => {
  const paths = [...page.matchAll(/`((?:sdk|generators|test)\/[a-z./-]+)`/g)].map(([, path = ""]) => path);
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
