import { describe, expect, test } from "vitest";
import { CATALOG, isDiagnosticCode } from "../../../sdk/diagnostics/catalog.ts";
import type { Example } from "../../../sdk/diagnostics/explanations/explanation.ts";
import { EXPLANATIONS } from "../../../sdk/diagnostics/explanations.ts";
import { diagnosticsOf } from "../../tools/run-example.ts";

const codes = Object.keys(CATALOG).filter(isDiagnosticCode);

function programOf(example: Example): string | undefined {
  return "program" in example ? example.program : undefined;
}

const programs = codes.flatMap((code) => {
  const [wrong, right] = [programOf(EXPLANATIONS[code].wrong), programOf(EXPLANATIONS[code].right)];
  return wrong === undefined || right === undefined ? [] : ([[code, wrong, right]] as const);
});

describe("the example of", () => {
  test.for(programs)("%s gives the code where it is wrong, and nothing where it is right", ([code, wrong, right]) => {
    expect([...new Set(diagnosticsOf(wrong).map((found) => found.code))]).toEqual([code]);
    expect(diagnosticsOf(right).map((found) => `${found.code}: ${found.message}`)).toEqual([]);
  });

  test.for(codes)("%s is short, and stands on both sides", (code) => {
    const { wrong, right } = EXPLANATIONS[code];
    expect(Object.keys(wrong)).toEqual(Object.keys(right));
    for (const example of [wrong, right]) {
      const lines = Object.values(example).join("").trim().split("\n");
      expect(lines.length).toBeLessThanOrEqual(20);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(124);
    }
    expect(wrong).not.toEqual(right);
  });
});

test("most examples are programs", () => {
  expect(programs.length).toBeGreaterThan(50);
});
