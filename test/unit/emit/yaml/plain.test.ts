import { describe, expect, test } from "vitest";
import { isPlain } from "../../../../sdk/emit/yaml/plain.ts";

const PLAIN: Readonly<Record<string, readonly string[]>> = {
  "words and names": [
    "production",
    "flux-system",
    "IfNotPresent",
    "app.kubernetes.io/name",
    "a b  c",
    "it's",
    'the "main" one',
  ],
  "quantities and durations": ["10m", "1h0m0s", "100Mi", "500m", "1.5Gi", "80%"],
  versions: ["1.2.3", "6.x", "v1.2.3-rc.1+build", "1.x", "sha256:0123", "0123abc", "1.33.0"],
  "addresses and paths": [
    "https://example.com:8443/a?b=c#d",
    "ssh://git@github.com/acme/platform",
    "./apps/production",
    "../base",
    "/",
    "~/x",
    "10.0.0.0/8",
    "127.0.0.1",
    "8080:80",
  ],
  "arguments and expressions": [
    "-v",
    "--log-level=info",
    "a|b",
    "x > y",
    "(.*)",
    "^a\\.b$",
    "a, b",
    "a:b",
    "a#b",
    "<none>",
    "=x",
  ],
  "what only looks like a number": ["1-2", "1e", "0xg", "0o8", "1.2.3.4", "1:60", "e", "east", "infinity", "2001-12"],
  "what only looks like a word of YAML": ["yess", "nope", "nullable", "True-ish", "oN1", "onward", "~a"],
  "what Flux fills in": [`\${DOMAIN}`, `app.\${DOMAIN}`, `\${A:=b}`],
  "other scripts": ["Zürich", "naïve — café", "漢字", "🐙", "👩‍💻"],
};

const NOT_PLAIN: Readonly<Record<string, readonly string[]>> = {
  nothing: ["", " ", "\n"],
  nulls: ["null", "Null", "NULL", "~"],
  booleans: ["true", "False", "TRUE", "yes", "No", "ON", "off", "y", "N"],
  integers: ["0", "-1", "+12", "1_000", "017", "0o17", "0x1F", "0b101", "-0x1", "+_6", "0_x1", "0o-7", "0b+1", "08"],
  floats: [
    "1.",
    ".5",
    "1.5",
    "-1.5e3",
    "1e3",
    "1e+21",
    "1_0.5",
    "e5",
    "E-2",
    ".inf",
    "-.INF",
    "+.Inf",
    ".nan",
    ".NaN",
    ".",
    "1.10",
  ],
  "times and dates": [
    "12:30:45",
    "1:30",
    "190:20:30.15",
    "2001-12-14",
    "2001-1-1",
    "2001-12-14T21:59:43.10-05:00",
    "2001-12-14 21:59:43",
  ],
  "merge and value keys": ["<<", "="],
  indicators: [
    "-",
    "- a",
    "?",
    "? a",
    ":",
    ":a",
    ",a",
    "[a",
    "]",
    "{a",
    "}",
    "#a",
    "&a",
    "*a",
    "!a",
    "|",
    ">=1.0.0",
    "'a",
    '"a',
    "%a",
    "@a",
    "`a",
  ],
  "colons and comments": ["a: b", "a:", "a : b", "a #b", "a:  "],
  "spaces at an end": [" a", "a "],
  "marks of documents": ["---", "--- a", "...", "... a"],
  "more than a line": ["a\nb", "a\n", "a\rb", "a\u0085b", "a\u2028b", "a\u2029b"],
  "what cannot be seen or printed": [
    "a\tb",
    "a\0",
    "\u001b[0m",
    "\u007f",
    "\u009f",
    "\ufeffa",
    "a\u200bb",
    "a\u202eb",
    "\ufffe",
    "\ud800",
    "a\udc00",
  ],
};

describe.each(Object.entries(PLAIN))("%s need no quotes", (_, texts) => {
  test.each(texts)("%j", (text) => expect(isPlain(text)).toBe(true));
});

describe.each(Object.entries(NOT_PLAIN))("%s need quotes", (_, texts) => {
  test.each(texts)("%j", (text) => expect(isPlain(text)).toBe(false));
});

test("a long text takes time in proportion to its length", () => {
  const digits = "1".repeat(200_000);
  const underscores = "_".repeat(200_000);
  expect([`${digits}x`, `+${underscores}x`, `1${underscores}.x`, `a${": ".repeat(100_000)}`].map(isPlain)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
