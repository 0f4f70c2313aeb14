import { describe, expect, test } from "vitest";
import { configMap } from "../../../sdk/index.ts";
import { compileResources } from "./compile-fleet.ts";

describe("text with half a character", () => {
  test.each([
    ["a value", { a: "\ud83d" }],
    ["a key", { "\ud83d": "a" }],
  ])("is an error in %s: Flux's parser refuses it", (_, data) => {
    expect(compileResources(configMap("a", { data }, { namespace: "default" })).codes).toEqual(["value/unsupported"]);
  });

  test("is none when the other half is there", () => {
    expect(compileResources(configMap("a", { data: { a: "\u{1f600}" } }, { namespace: "default" })).codes).toEqual([]);
  });
});
