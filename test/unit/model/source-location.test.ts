import { describe, expect, test } from "vitest";
import {
  cluster,
  configMap,
  directory,
  encryptedFile,
  group,
  override,
  resource,
  withDefaults,
} from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";

function linesOf(value: object): readonly string[] {
  return (callSiteOf(value)?.stack ?? "").split("\n").slice(1);
}

describe("the place of a value", () => {
  // Helpers of an author's, each around the next.
  const inner = (): object => configMap("a");
  const outer = (): object => inner();

  test("is the builder's call, and who called the helper around it", () => {
    const [first, second, third] = linesOf(outer());
    for (const line of [first, second, third]) expect(line).toContain("source-location.test.ts");
    expect(first).toContain("inner");
    expect(second).toContain("outer");
  });

  test("is at most twelve calls deep, some of which are not the author's", () => {
    const deep = (depth: number): object => (depth === 0 ? configMap("a") : deep(depth - 1));
    expect(linesOf(deep(50))).toHaveLength(12);
  });

  test.each([
    ["resource", () => resource({ apiVersion: "v1", kind: "Thing", metadata: { name: "a" } })],
    ["encryptedFile", () => encryptedFile("a", "a.yaml")],
    ["directory", () => directory("a", [])],
    ["group", () => group({}, [])],
    ["cluster", () => cluster("a", { path: "a", flux: "2.9", resources: [] })],
    ["override", () => override(configMap("a"), {})],
    [
      "a builder with defaults",
      () => withDefaults({ interval: "1h" }).gitRepository("a", { url: "https://example.com" }),
    ],
  ])("is kept by %s, and shows nothing of Sluice itself", (_what, make) => {
    const made = make();
    const [first] = linesOf(made);
    expect(first).toContain("source-location.test.ts");
    expect(callSiteOf(made)?.stack).not.toContain("/sdk/");
  });

  test("is no part of the data", () => {
    const made = configMap("a");
    expect(Object.getOwnPropertySymbols({ ...made })).toEqual([]);
    expect(JSON.stringify(made)).not.toContain("source-location");
  });

  test("is none for a value that no builder made", () => {
    expect(callSiteOf({})).toBeUndefined();
  });
});
