import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bundleSchema } from "../../../../generators/values/schema/bundle-schema.ts";
import { readSchema } from "../../../../generators/values/schema/read-schema.ts";
import { accepts } from "./accepts.ts";
import { anySchema, anyValue } from "./any-schema.ts";

const fetchText = async () => ({ problem: "nothing is served" });

test("what a schema allows is of its type, and a bundle means what its schema does", { timeout: 120_000 }, async () => {
  let allowed = 0;
  await fc.assert(
    fc.asyncProperty(anySchema, fc.array(anyValue, { minLength: 30, maxLength: 30 }), async (schema, values) => {
      const ajv = new Ajv2020({ strict: false, ownProperties: true });
      const isAllowed = ajv.compile(schema);
      const { schema: bundle, diagnostics } = await bundleSchema(JSON.stringify(schema), { chart: "toy", fetchText });
      expect(diagnostics).toEqual([]);
      const isAllowedByBundle = ajv.compile(bundle as object); // a schema that is an object stays one
      const { root, named } = readSchema(bundle ?? true);
      for (const it of values) {
        expect(isAllowedByBundle({ it })).toBe(isAllowed({ it }));
        if (!isAllowed({ it })) continue;
        allowed++;
        expect({ it, accepted: accepts(root, { it }, named) }).toEqual({ it, accepted: true });
      }
    }),
    { numRuns: 60 },
  );
  expect(allowed).toBeGreaterThan(300);
});
