import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { ROOT } from "../tools/repository.ts";

const read = (...path: readonly string[]): string => readFileSync(join(ROOT, ...path), "utf8");

test.for([
  [".", "examples/pulumi"],
  ["examples/pulumi-cjs", "."],
] as const)(
  "the Pulumi.yaml in %s runs a program, with all that it asks for in each stack's file",
  ([folder, main]) => {
    const project = parse(read(folder, "Pulumi.yaml"));
    expect(project.main ?? ".").toBe(main);
    const stacks = project.stackConfigDir ?? ".";
    const program = read(folder, main, JSON.parse(read(folder, main, "package.json")).main);
    // A secret is nobody's to commit.
    const asked = [...program.matchAll(/\bconfig\.require(?:Number)?(?:<\w+>)?\("(\w+)"\)/g)].map(([, key]) => key);
    const wanted = asked.map((key) => `${project.name}:${key}`).sort();
    const files = readdirSync(join(ROOT, folder, stacks)).filter((name) => /^Pulumi\.\w+\.yaml$/.test(name));
    expect(files).toEqual(["Pulumi.production.yaml", "Pulumi.staging.yaml"]);
    for (const file of files) expect(Object.keys(parse(read(folder, stacks, file)).config).sort()).toEqual(wanted);
  },
);
