import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hasErrors } from "../../../../sdk/diagnostics/diagnostic.ts";
import { fromEnv, type Resources, secret } from "../../../../sdk/index.ts";
import { editFile, openFile } from "./edit-file.ts";
import { type EncryptedProject, encryptedProject, type Given } from "./encrypted-project.ts";

// Whatever happened before: a second build changes no byte, nothing readable comes to a disk, what a person wrote is not lost, and a
// build that has the values and a key ends with files that hold what the program says.

const NAMES = ["a", "b"] as const;
const KEYS = ["KEY", "TOKEN"] as const;
type Name = (typeof NAMES)[number];

/** What the program says, and where people changed something else. */
interface World {
  /** The values on the machines that have them, by their variables. */
  readonly values: Map<string, string>;
  readonly labels: Map<Name, string>;
  readonly listed: Set<Name>;
  /** The values that a person put into a file, by its path. */
  readonly edits: Map<string, string>;
  count: number;
}

type Step =
  | { readonly type: "value"; readonly name: Name; readonly key: (typeof KEYS)[number] }
  | { readonly type: "label" | "list"; readonly name: Name }
  | { readonly type: "edit" | "rotate"; readonly name: Name }
  | ({ readonly type: "build" } & Machine);

interface Machine {
  readonly hasValues: boolean;
  readonly hasKey: boolean;
  readonly hasRecords: boolean;
  readonly undecided: "keep" | "encrypt";
}

const name = fc.constantFrom(...NAMES);
const machine = fc.record({
  hasValues: fc.boolean(),
  hasKey: fc.boolean(),
  hasRecords: fc.boolean(),
  undecided: fc.constantFrom("keep" as const, "keep" as const, "encrypt" as const),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ type: fc.constant("value" as const), name, key: fc.constantFrom(...KEYS) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom("label" as const, "list" as const), name }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom("edit" as const, "rotate" as const), name }) },
  { weight: 5, arbitrary: machine.map((given) => ({ type: "build" as const, ...given })) },
);

const pathOf = (of: Name): string => `clusters/test/secret-${of}.yaml`;
const variable = (of: Name, key: string): string => `SECRET_${of.toUpperCase()}_${key}`;

function program({ listed, labels }: World): Resources {
  return [...listed].map((of) => {
    const stringData = Object.fromEntries(KEYS.map((key) => [key, fromEnv(variable(of, key))]));
    return secret(of, { stringData }, { namespace: "default", labels: { version: labels.get(of) ?? "0" } });
  });
}

test("no history of builds and edits loses, leaks or churns", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
      let remove = (): void => undefined;
      const project = await encryptedProject((end) => {
        remove = end;
      });
      const world: World = { values: new Map(), labels: new Map(), listed: new Set(NAMES), edits: new Map(), count: 0 };
      for (const of of NAMES) for (const key of KEYS) world.values.set(variable(of, key), `canary-${of}-${key}-0`);
      try {
        for (const next of steps) await carryOut(next, world, project);
      } finally {
        remove();
      }
    }),
    { numRuns: 40 },
  );
});

async function carryOut(next: Step, world: World, project: EncryptedProject): Promise<void> {
  const { root, key } = project;
  switch (next.type) {
    case "value":
      world.values.set(variable(next.name, next.key), `canary-${next.name}-${next.key}-${++world.count}`);
      return;
    case "label":
      world.labels.set(next.name, String(++world.count));
      return;
    case "list":
      if (!world.listed.delete(next.name)) world.listed.add(next.name);
      return;
    case "rotate":
    case "edit": {
      const path = pathOf(next.name);
      if (!existsSync(join(root, path))) return;
      const value = `canary-by-hand-${++world.count}`;
      await editFile(join(root, path), key, (plain) =>
        next.type === "edit" ? { ...plain, stringData: { ...Object(plain).stringData, TOKEN: value } } : plain,
      );
      if (next.type === "edit") world.edits.set(path, value);
      return;
    }
    case "build":
      return build(next, world, project);
  }
}

async function build(given: Machine, world: World, project: EncryptedProject): Promise<void> {
  const { root, key, files, state } = project;
  const { hasValues, ...machineHas } = given;
  const how: Given = { ...machineHas, variables: hasValues ? Object.fromEntries(world.values) : {} };
  const before = files();
  const outcome = await project.build(program(world), how);
  const after = files();

  // Nothing readable is anywhere.
  expect(JSON.stringify(after) + state()).not.toContain("canary");
  expect(JSON.stringify(outcome.diagnostics)).not.toContain("canary");

  // With an error nothing changes.
  const failed = hasErrors(outcome.diagnostics);
  if (failed) expect(after).toEqual(before);

  // What a person wrote stays until the program says the same, or nothing of it is left.
  for (const [path, value] of world.edits) {
    const holds = after[path] === undefined ? undefined : await openFile(join(root, path), key);
    expect(holds).toMatchObject({ plain: { stringData: { TOKEN: value } } });
  }

  // Who has all there is to have ends with what the program says.
  if (!failed && hasValues && (given.hasKey || given.undecided === "encrypt")) {
    for (const of of world.listed) {
      const stringData = Object.fromEntries(KEYS.map((at) => [at, world.values.get(variable(of, at))]));
      const { plain } = await openFile(join(root, pathOf(of)), key);
      expect(plain).toMatchObject({ stringData, metadata: { labels: { version: world.labels.get(of) ?? "0" } } });
    }
  }

  // Twice is once; what was asked to be encrypted anew was.
  const again = await project.build(program(world), failed ? how : { ...how, undecided: "keep" });
  expect(files()).toEqual(after);
  expect(hasErrors(again.diagnostics)).toBe(failed);
  if (failed) return;
  const check = await project.build(program(world), { ...how, undecided: "keep", mode: "check" });
  expect(hasErrors(check.diagnostics)).toBe(false);
}
