import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { fromEnv, fromFile, secretText, secretValue, substitution } from "../../../sdk/index.ts";
import {
  deriveSecret,
  isSameSecret,
  isSecretValue,
  type ReadSecret,
  revealSecret,
  type SecretValue,
} from "../../../sdk/model/secret-value.ts";

const CANARY = "canary-5f1d";
const values: Readonly<Record<string, SecretValue>> = {
  "of the program": secretValue(CANARY),
  "in a text": secretText`before ${secretValue(CANARY)} after`,
  "of others": deriveSecret([secretValue(CANARY), CANARY], (texts) => texts.join()),
};

describe("a secret value", () => {
  const printers: Readonly<Record<string, (value: SecretValue) => string>> = {
    String,
    template: (value) => `${value}`,
    "joined text": (value) => `${["a", value].join(" ")}`,
    JSON: (value) => JSON.stringify({ value }),
    "util.inspect": (value) => inspect({ value }, { depth: null, showHidden: true }),
    "util.inspect of classes": (value) => inspect(value, { customInspect: false, showHidden: true, getters: true }),
    "an error": (value) => String(new Error(`no ${value}`, { cause: value }).stack),
    "keys and fields": (value) => JSON.stringify([Object.keys(value), Object.entries(value), { ...value }]),
    "all properties": (value) =>
      Reflect.ownKeys(value)
        .map((key) => String(Reflect.get(value, key)))
        .join(),
  };
  for (const [what, value] of Object.entries(values))
    for (const [how, print] of Object.entries(printers))
      test(`${what} is not shown by ${how}`, () => expect(print(value)).not.toContain(CANARY));

  test.each(Object.entries(values))("%s prints as [secret]", (_, value) => {
    expect([String(value), JSON.parse(JSON.stringify(value)), inspect(value)]).toEqual(Array(3).fill("[secret]"));
  });

  test("is a number to nobody", () => expect(Number(secretValue("42"))).toBeNaN());
  test("cannot be cloned", () => expect(() => structuredClone(secretValue(CANARY))).not.toThrow(CANARY));
});

describe("revealSecret", () => {
  const read: ReadSecret = (origin) =>
    origin.type === "env" && origin.name === "SET"
      ? { type: "text", text: "from outside" }
      : { type: "absent", reason: "it is not set", origin };

  test.each([
    ["a text", "plain", { type: "text", text: "plain" }],
    ["a secret of the program", secretValue("own"), { type: "text", text: "own" }],
    ["a variable", fromEnv("SET"), { type: "text", text: "from outside" }],
    ["a variable that is not set", fromEnv("NO"), { type: "absent", origin: { type: "env", name: "NO" } }],
    [
      "a file that is absent",
      fromFile("no", { encoding: "base64" }),
      { type: "absent", origin: { type: "file", path: "no", encoding: "base64", trim: false } },
    ],
    ["a text of secrets", secretText`a ${fromEnv("SET")} ${"b"}`, { type: "text", text: "a from outside b" }],
    ["a text that lacks one", secretText`a ${fromEnv("NO")} ${"b"}`, { type: "absent" }],
    ["a variable of Flux", substitution("NAME"), { type: "unknown" }],
    ["a text with a variable of Flux", secretText`a ${substitution("NAME")}`, { type: "unknown" }],
  ])("%s", (_, given, want) => expect(revealSecret(given, read)).toMatchObject(want));
});

describe("isSameSecret", () => {
  const same: readonly (readonly [string, SecretValue, SecretValue, boolean])[] = [
    ["one text", secretValue("a"), secretValue("a"), true],
    ["two texts", secretValue("a"), secretValue("b"), false],
    ["one variable", fromEnv("A"), fromEnv("A"), true],
    ["two variables", fromEnv("A"), fromEnv("B"), false],
    ["one file", fromFile("a"), fromFile("a", { trim: false }), true],
    ["one file, read in two ways", fromFile("a"), fromFile("a", { trim: true }), false],
    ["a variable and a file", fromEnv("A"), fromFile("A"), false],
    ["one text of the same", secretText`a ${fromEnv("A")}`, secretText`a ${fromEnv("A")}`, true],
    ["two texts of the same", secretText`a ${fromEnv("A")}`, secretText`b ${fromEnv("A")}`, false],
    ["one text of others", secretText`a ${fromEnv("A")}`, secretText`a ${fromEnv("B")}`, false],
  ];
  test.each(same)("%s", (_, left, right, want) => expect(isSameSecret(left, right)).toBe(want));
});

test.each([
  [fromEnv("A"), true],
  ["text", false],
  [null, false],
  [{ sluice: "secret/1" }, false],
])("isSecretValue %#", (value, want) => expect(isSecretValue(value)).toBe(want));
