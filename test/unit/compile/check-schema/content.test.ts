import { describe, expect, test } from "vitest";
import { knownKinds } from "../../../../sdk/authoring/known-kinds.ts";
import { checkObject } from "../../../../sdk/compile/check-schema/check-object.ts";
import { CONTENT_CASES } from "../../verdicts/content-cases.ts";

const kinds = knownKinds();
const check = (object: Readonly<Record<string, unknown>>, isUnknown?: (value: unknown) => boolean) =>
  checkObject(object, kinds.find("", String(object["kind"])), isUnknown === undefined ? {} : { isUnknown });

describe("what the API server refuses of Secrets and ConfigMaps is found, and nothing else", () => {
  test.each(CONTENT_CASES.map((found) => [found.name, found] as const))("%s", (_, { object, isRefused }) => {
    const errors = check(object).filter(({ severity }) => severity !== "warning");
    expect(errors.length > 0, JSON.stringify(errors)).toBe(isRefused);
  });
});

test.each<[string, object, string, string]>([
  ["no base64", { data: { a: "correct-horse" } }, "schema/pattern", "data.a"],
  ["a number", { stringData: { a: 12_345_678 } }, "schema/type", "stringData.a"],
  ["a key", { stringData: { "a b": "correct-horse" } }, "schema/pattern", "stringData.a b"],
  [
    "no JSON",
    { type: "kubernetes.io/dockercfg", stringData: { ".dockercfg": "correct-horse" } },
    "schema/pattern",
    "stringData..dockercfg",
  ],
  ["a missing key", { type: "kubernetes.io/tls", stringData: { "tls.crt": "correct-horse" } }, "schema/required", ""],
])("%s is said with its place, and without its value", (_, body, code, path) => {
  const found = check({ apiVersion: "v1", kind: "Secret", metadata: { name: "a" }, ...body });
  expect(found.map((finding) => [finding.code, finding.path.join(".")])).toEqual([[code, path]]);
  expect(JSON.stringify(found)).not.toMatch(/correct-horse|12345678/);
});

test("nothing is said of values that come later", () => {
  const isUnknown = (value: unknown): boolean => typeof value === "string" && value.includes("LATER");
  const types = ["kubernetes.io/dockerconfigjson", "Opaque"];
  for (const type of types) {
    const object = {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "a" },
      type,
      data: { ".dockerconfigjson": "LATER", "/LATER": "LATER" },
    };
    expect(check(object, isUnknown)).toEqual([]);
  }
  const open = {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "a" },
    type: "kubernetes.io/tls",
    stringData: "LATER",
  };
  expect(check(open, isUnknown)).toEqual([]);
});
