import { transformSync } from "esbuild";
import fc from "fast-check";
import { expect, test } from "vitest";
import { anySchema } from "./any-schema.ts";
import { crdText, generateTexts } from "./crd-text.ts";

test("whatever a schema holds, a program comes of it, and the same one each time", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anySchema, (spec) => {
      const text = crdText({ spec });
      const { files, diagnostics } = generateTexts([text]);
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      const program = files.get("toy.ts") ?? "";
      expect(() => transformSync(program, { loader: "ts" })).not.toThrow();
      expect(generateTexts([text]).files.get("toy.ts")).toBe(program);
    }),
    { numRuns: 150 },
  );
});

test("whatever a document holds, it is read or named", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (data) => {
      const { files, diagnostics } = generateTexts([JSON.stringify(data)]);
      expect(files.size).toBe(0);
      expect(diagnostics.length).toBeGreaterThan(0);
    }),
  );
});
