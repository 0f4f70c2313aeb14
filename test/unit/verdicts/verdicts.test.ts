// Our verdicts against those that a real API server gave: see recording.ts and docs/oracle.md.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkObject } from "../../../sdk/compile/check-schema/check-object.ts";
import { fluxKinds } from "../../../sdk/kinds/flux-kinds.gen.ts";
import type { KindDefinition } from "../../../sdk/model/kind-definition.ts";
import { casesOf } from "./cases.ts";
import { type Comparison, comparisonPage } from "./comparison-page.ts";
import { type Reason, reasonOf } from "./differences.ts";
import { readRecording } from "./recording.ts";
import { ourText } from "./verdict-text.ts";

const PAGE = fileURLToPath(new URL("../../../docs/oracle.md", import.meta.url));

function compared(definition: KindDefinition): Comparison {
  const recorded = readRecording(definition.kind);
  const reasons = new Map<Reason, number>();
  const unexplained: Comparison["unexplained"][number][] = [];
  const cases = casesOf(definition);
  for (const { name, object } of cases) {
    const ours = ourText(checkObject(object, definition, { flux: "2.9" }));
    const server = recorded.get(name) ?? "no verdict is recorded";
    if (ours === server) continue;
    const reason = reasonOf(ours, server);
    if (reason === undefined) unexplained.push({ name, ours, server });
    else reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return {
    kind: definition.kind,
    cases: cases.length,
    refused: [...recorded.values()].filter(Boolean).length,
    reasons,
    unexplained,
  };
}

const comparisons = fluxKinds.map(compared);

describe("our verdict is the API server's", () => {
  test.for(comparisons.map((comparison) => [comparison.kind, comparison] as const))("on %s", ([, { unexplained }]) => {
    expect(unexplained).toEqual([]);
  });

  test("on thousands of objects, of which it takes many and refuses many", () => {
    const sum = (count: (comparison: Comparison) => number): number =>
      comparisons.reduce((total, comparison) => total + count(comparison), 0);
    expect(sum(({ cases }) => cases)).toBeGreaterThan(2000);
    expect(sum(({ refused }) => refused)).toBeGreaterThan(1000);
    expect(sum(({ cases, refused }) => cases - refused)).toBeGreaterThan(1000);
  });

  test.for(fluxKinds.map(({ kind }) => kind))("what %s is changed from is taken", (kind) => {
    expect(readRecording(kind).get("as it is")).toBe("");
  });

  test("and the page about it says so", async () => {
    await expect(comparisonPage(comparisons)).toMatchFileSnapshot(PAGE);
  });
});

test.for(fluxKinds.map((definition) => [definition.kind, definition] as const))(
  "every case of %s has a verdict, and every verdict a case",
  ([kind, definition]) => {
    expect([...readRecording(kind).keys()]).toEqual(casesOf(definition).map(({ name }) => name));
  },
);
