// Types of random schemas: a compiler takes whatever the schema allows.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { printFiles } from "../../generators/emit/print.ts";
import { valuesFile } from "../../generators/emit/values/values-file.ts";
import { openedObject } from "../../generators/values/opened-type.ts";
import { readSchema } from "../../generators/values/schema/read-schema.ts";
import { anySchema, anyValue } from "../generate/values/schema/any-schema.ts";
import { bundleOf } from "../generate/values/schema/bundle-of.ts";
import { emitDeclarations } from "./compiler.ts";
import { compileValues } from "./values/compile-values.ts";

const SAMPLE = { numRuns: 40, seed: 9 };

test("a compiler takes what random schemas allow", { timeout: 180_000 }, async () => {
  const scratch = mkdtempSync(join(tmpdir(), "sluice-schemas-"));
  try {
    const declarations = join(scratch, "declarations");
    await emitDeclarations(declarations);
    const values = fc.sample(anyValue, { numRuns: 300, seed: 9 });
    const read = await Promise.all(
      fc.sample(anySchema, SAMPLE).map(async (schema, index) => {
        const isAllowed = new Ajv2020({ strict: false, ownProperties: true }).compile(schema);
        const { root, named } = readSchema(await bundleOf(JSON.stringify(schema)));
        // Keys that a schema is silent about are left out of the types of charts where nothing else knows them.
        const shared = new Map(named);
        const model = { root: openedObject(root, shared), named: shared };
        const name = `toy-${index}`;
        return {
          name,
          type: `Toy${index}Values`,
          allowed: values.filter((it) => isAllowed({ it })),
          types: valuesFile({ name, version: "1.0.0" }, model),
        };
      }),
    );
    const samples = read.filter(({ allowed }) => allowed.length > 0);
    const printed = printFiles(new Map(samples.map(({ name, types }) => [`${name}.ts`, types])));
    const programs = samples.map(({ name, type, allowed }) => {
      const lines = allowed.map((it, line) => `export const v${line}: ${type} = ${JSON.stringify({ it })};`);
      return [`${name}-own.ts`, [`import type { ${type} } from "./${name}.ts";`, ...lines, ""].join("\n")];
    });
    const { errors } = await compileValues(
      "7.0",
      { scratch, declarations },
      { ...Object.fromEntries(printed), ...Object.fromEntries(programs) },
    );
    expect(Object.fromEntries(errors)).toEqual({});
    expect(samples.flatMap(({ allowed }) => allowed).length).toBeGreaterThan(1000);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});
