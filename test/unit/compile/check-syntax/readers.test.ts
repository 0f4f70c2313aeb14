import fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, test } from "vitest";
import { readYamlOnDemand } from "../../../../sdk/cli/program/yaml-on-demand.ts";
import { checkSyntax, LANGUAGES } from "../../../../sdk/compile/check-syntax/check-syntax.ts";
import { fluxKinds } from "../../../../sdk/kinds/flux-kinds.gen.ts";
import type { Schema } from "../../../../sdk/model/schema.ts";

const TOOLS = { readYaml: readYamlOnDemand };

/** Texts that a language takes, and texts that it refuses, with a part of what is said. */
interface Table {
  readonly takes: readonly string[];
  readonly refuses: readonly (readonly [text: string, problem: string])[];
}

const HASH = "0123456789abcdef0123456789abcdef01234567";
const DIGEST = `sha256:${"0a".repeat(32)}`;

const REFERENCES: Table = {
  takes: ["", "main", "feat/new-thing", "v1.2.3", "v1.0+build", "release-1.x", "-odd", "übung"],
  refuses: [
    ["my branch", 'holds " "'],
    ["a..b", 'holds ".."'],
    ["a//b", 'holds "//"'],
    ["a@{1}", 'holds "@{"'],
    ["v1.*", 'holds "*"'],
    ["HEAD~1", 'holds "~"'],
    ["main\n", "holds"],
    ["/main", 'starts or ends with "/"'],
    ["main.", 'ends with "."'],
    ["@", "another thing"],
    ["feat/.x", '".x" starts with "."'],
    ["main.lock", '"main.lock" ends with ".lock"'],
  ],
};

const TABLES: Readonly<Record<string, Table>> = {
  "annotation-key": {
    takes: ["note", "example.com/note", "Example.com/Note"],
    refuses: [
      ["a b", "no key"],
      ["a/b/c", "no key"],
    ],
  },
  "chart-version": { takes: ["*", "1.2.3", "6.x"], refuses: [["main", "is no range of versions"]] },
  "commit-template": {
    takes: ["Update", "{{ range .Changed.Changes }}{{ .NewValue }}{{ end }}", "{{ .Values.Updated }}", "a }} b"],
    refuses: [
      ["{{ .Changed", 'opens "{{" and does not close it'],
      ["{{ range .Updated.Images }}{{ end }}", '".Updated"'],
      ["{{ range .Changed.ImageResult.Images }}{{ end }}", '".Changed.ImageResult"'],
    ],
  },
  "component-path": {
    takes: ["../components/ha", "components", "./a", "githubby"],
    refuses: [
      ["https://example.com/base", "somewhere else"],
      ["github.com/acme/base", "somewhere else"],
      ["git@github.com:acme/base", "somewhere else"],
      ["/components", "no relative path"],
    ],
  },
  cron: {
    takes: [
      "0 8 * * 1-5",
      "*/5 * * * *",
      "0 0 1,15 JAN-MAR mon",
      "@daily",
      "@every 1h30m",
      "TZ=UTC 0 8 * * ?",
      "0-30/10 * * * *",
    ],
    refuses: [
      ["0 8 * *", "it has 4 fields"],
      ["60 * * * *", '"60" is no minute'],
      ["* 24 * * *", '"24" is no hour'],
      ["* * 0 * *", '"0" is no day of the month'],
      ["* * * jam *", '"jam" is no month'],
      ["* * * * 7", '"7" is no day of the week'],
      ["5-1 * * * *", '"5-1" is no minute'],
      ["*/0 * * * *", '"*/0" is no minute'],
      ["@dayly", 'no shorthand "@dayly"'],
    ],
  },
  duration: {
    takes: ["0s", "1m30s", "2562047h", "1.5h", "nothing of the kind"],
    refuses: [
      ["2562048h", "292 years"],
      ["99999999999999999999s", "292 years"],
      ["2562047h60m", "292 years"],
    ],
  },
  "git-commit": {
    takes: ["", HASH, HASH.toUpperCase(), "ab".repeat(32)],
    refuses: [
      [HASH.slice(0, 8), "short form"],
      ["main", "no hash of a commit"],
      [`sha1:${HASH}`, "no hash of a commit"],
    ],
  },
  "git-reference": REFERENCES,
  "whole-git-reference": {
    takes: [...REFERENCES.takes, "refs/heads/main", "refs/pull/420/head", "refs/tags/v1.0^{}"],
    refuses: [...REFERENCES.refuses, ["refs/tags/v1^", 'holds "^"']],
  },
  "image-repository": {
    takes: ["nginx", "ghcr.io/acme/app", "localhost:5000/app", "docker.io/library/nginx", "registry/app_x/a--b"],
    refuses: [
      ["ghcr.io/acme/app:1.0", 'has the tag "1.0"'],
      [`ghcr.io/acme/app@${DIGEST}`, "has the digest"],
      ["https://ghcr.io/acme/app", "starts as a URL"],
      ["ghcr.io/Acme/app", "upper-case"],
      ["ghcr.io/", "no repository"],
      ["ghcr.io:x/app", "a port has to stand"],
    ],
  },
  "label-key": {
    takes: ["app", "app.kubernetes.io/name"],
    refuses: [
      ["a/b/c", "no key"],
      ["-app", "no key"],
      ["", "no key"],
      ["A/b", "no key"],
    ],
  },
  "label-value": {
    takes: ["", "web", "1.2.3_x"],
    refuses: [
      ["a b", "no value"],
      ["-a", "no value"],
      ["a".repeat(64), "no value"],
    ],
  },
  namespace: {
    takes: ["", "apps", "team-1", "1"],
    refuses: [
      ["Apps", "namespace"],
      ["a.b", "namespace"],
      ["-a", "namespace"],
      ["a".repeat(64), "namespace"],
    ],
  },
  "oci-artifact": {
    takes: [
      "oci://ghcr.io/acme/app",
      "oci://ghcr.io/acme/app:v1",
      `oci://ghcr.io/acme/app@${DIGEST}`,
      `oci://ghcr.io:5000/app:v1@${DIGEST}`,
      "ghcr.io",
    ],
    refuses: [
      ["oci://ghcr.io/acme/App:v1", "upper-case"],
      ["oci://ghcr.io/acme/app:v1+2", "no tag"],
      ["oci://ghcr.io/acme/app@sha256:1", "no digest"],
    ],
  },
  "oci-digest": {
    takes: ["", DIGEST, "sha512:00"],
    refuses: [
      ["sha256:12", "no digest"],
      [DIGEST.toUpperCase(), "no digest"],
      ["1.0", "no digest"],
    ],
  },
  "oci-repository": {
    takes: ["oci://ghcr.io/acme/app", "oci://localhost:5000/app", "https://elsewhere.example.com"],
    refuses: [
      ["oci://ghcr.io/acme/app:v1", 'has the tag "v1"'],
      ["oci://ghcr.io/acme/App", "upper-case"],
      ["oci://ghcr.io/", "no repository"],
    ],
  },
  "oci-tag": {
    takes: ["", "latest", "v1.2.3_4"],
    refuses: [
      ["v1.0+build", "no tag"],
      ["a b", "no tag"],
      ["x".repeat(129), "no tag"],
    ],
  },
  "operator-template": { takes: ["a: << inputs.name >>\n", "plain"], refuses: [["a: << inputs.name", 'opens "<<"']] },
  patch: {
    takes: [
      "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: any\nspec:\n  replicas: 2\n",
      "kind: ConfigMap\nmetadata:\n  name: any\n$patch: delete\n",
      "- op: replace\n  path: /spec/replicas\n  value: 2\n",
      '[{"op": "remove", "path": ""}]',
      "# nothing yet\n",
      "a: 1\na: 2\nkind: A\nmetadata: {name: a}\n",
      "---\nkind: A\nmetadata: {name: a}\n---\nkind: B\nmetadata: {name: b}\n",
    ],
    refuses: [
      ["", "is empty"],
      ["a: [", "is no YAML"],
      ["just words", "neither an object nor a list"],
      ["metadata:\n  name: a\n", "without kind"],
      ["kind: Deployment\nspec: {}\n", "without metadata.name"],
      ["- op: swap\n  path: /a\n", '"op" is "swap"'],
      ["- path: /a\n", '"op" is missing'],
      ["- op: add\n  path: spec\n", '"path" is "spec"'],
      ["- replace\n", "no operation at 0"],
    ],
  },
  quantity: {
    takes: ["10Gi", "1", "1.5", "100m", "1e3", "+5Ki"],
    refuses: [
      ["10GB", "no amount"],
      ["ten", "no amount"],
      ["", "no amount"],
      ["1 Gi", "no amount"],
    ],
  },
  "regular-expression": {
    takes: [
      "",
      "^v(?P<major>[0-9]+)$",
      "(?i)error|warn",
      "a{2,3}?",
      "[]a]",
      "[^[:space:]\\d-]",
      "\\Qa.b\\E*",
      "\\x{1F600}",
      "{",
      "a{,3}",
      "(?<n>a)",
      "é*",
    ],
    refuses: [
      ["(", 'a ")" is missing'],
      [")", 'a ")" closes nothing'],
      ["[a", 'a "]" is missing'],
      ["*a", '"*" repeats nothing'],
      ["a**", '"*" repeats a repetition'],
      ["a{2}{3}", '"{3}" repeats a repetition'],
      ["a{3,2}", "counts down"],
      ["a{1001}", "more than 1000"],
      ["(?=a)", "looks ahead or behind"],
      ["(?<!a)", "looks ahead or behind"],
      ["(?x)a", "starts no group"],
      ["(a)\\1", "refers back"],
      ["\\y", '"\\y" means nothing'],
      ["a\\", "ends with a backslash"],
      ["[z-a]", "goes down"],
      ["[[:letter:]]", 'no class "[:letter:]"'],
      ["(?P<n>a)(?P<n>b)", 'two groups are called "n"'],
      ["\\x{110000}", "is no character"],
    ],
  },
  "release-name": {
    takes: ["", "podinfo", "a.b"],
    refuses: [
      ["Podinfo", "Helm release"],
      ["a_b", "Helm release"],
      ["a".repeat(54), "Helm release"],
    ],
  },
  selector: {
    takes: [
      "",
      "app",
      "!app",
      "app=web",
      "app == web",
      "tier in (front, back)",
      "tier notin (a)",
      "a!=b,c",
      "x>1",
      "example.com/a=",
      "a in ()",
    ],
    refuses: [
      ["app=web,", "requirement is missing"],
      ["app in front", '"app in front" cannot be read'],
      ["a b", '"a b" cannot be read'],
      ["a=-b", '"-b" is no value of a label'],
      ["-a=b", '"-a" is no key of a label'],
      ["x>one", "compares whole numbers"],
      ["app=~web.*", '"~web.*" is no value of a label'],
    ],
  },
  "selector-operator": {
    takes: ["In", "NotIn", "Exists", "DoesNotExist"],
    refuses: [
      ["in", "no operator"],
      ["Equals", "no operator"],
    ],
  },
  url: {
    takes: [
      "https://example.com/a b",
      "ssh://git@github.com/acme/app",
      "ssh://git@github.com:22/acme/app",
      "https://user:p%40ss@example.com",
      "http://[::1]:8080/",
      "https://example.com/%20?q=%zz",
      "git@github.com:acme/app",
    ],
    refuses: [
      ["ssh://git@github.com:acme/app", "a port has to stand"],
      ["https://", "names no host"],
      ["https:///path", "names no host"],
      ["https://exa mple.com", 'its host holds " "'],
      ["https://[::1", 'a "]" is missing'],
      ["https://example.com/%zz", "two hexadecimal digits"],
      ["https://example.com\n", "line break"],
    ],
  },
  "variable-name": {
    takes: ["domain", "_x1"],
    refuses: [
      ["my-var", "name of a variable"],
      ["1x", "name of a variable"],
      ["", "name of a variable"],
    ],
  },
  "version-range": {
    takes: [
      "",
      "*",
      "1.2.3",
      "v1",
      "6.x",
      ">=1.2.0 <2.0.0",
      ">= 1.2 , < 2 || ^3.0.0-0",
      "1.2 - 2.3.4",
      "~> 1.2",
      "=>1",
      "1.x.x",
      "1.2.3-rc.1+b",
      "x",
      "!=1.5",
    ],
    refuses: [
      ["latest", "is no range of versions"],
      ["1.2.3.4", "is no range of versions"],
      ["==1.2", "is no range of versions"],
      [">=1.0 and <2", '"and" is none'],
      [">=1.0,", "a version is missing"],
      ["1 || ", "a version is missing"],
      ["1x", "is no range of versions"],
      ["1.2.3-01", "is no range of versions"],
      ["18446744073709551616", "is no range of versions"],
    ],
  },
};

describe.each(Object.entries(TABLES))("%s", (language, { takes, refuses }) => {
  test.each(takes.map((text) => [text]))("takes %j", (text) => {
    expect(checkSyntax(text, { language }, TOOLS)).toBeUndefined();
  });

  test.each(refuses)("refuses %j", (text, problem) => {
    expect(checkSyntax(text, { language }, TOOLS)?.problem).toContain(problem);
  });
});

test("every language has a table, and every language of a kind has a reader", () => {
  expect(Object.keys(TABLES).sort()).toEqual(LANGUAGES.filter((language) => language !== "cel").sort());
  const used = new Set(fluxKinds.flatMap(({ body }) => (body === undefined ? [] : languagesOf(body()))));
  expect([...used].filter((language) => !LANGUAGES.includes(language))).toEqual([]);
});

test("a language that nobody knows takes everything, and so does YAML that nobody reads", () => {
  expect(checkSyntax("(", { language: "klingon" }, TOOLS)).toBeUndefined();
  expect(checkSyntax("a: [", { language: "patch" }, {})).toBeUndefined();
});

test("no reader throws, whatever the text", { timeout: 60_000 }, () => {
  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."([{\\^$|*+?.<>!=,-/:@%#xX01 \n\"'`~") }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      for (const language of LANGUAGES) checkSyntax(text, { language }, TOOLS);
    }),
    { numRuns: 300 },
  );
});

test("a regular expression is read as another reader of RE2 reads it", { timeout: 60_000 }, () => {
  const pieces = "a|b|(|)|[|]|^|-|\\d|\\|*|+|?|{2}|{2,1}|{|}|(?i)|(?:|(?P<n>|.|$|\\x41|\\1|0|[:alpha:]".split("|");
  const texts = fc.array(fc.constantFrom(...pieces, "|"), { maxLength: 8 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      expect(checkSyntax(text, { language: "regular-expression" }, TOOLS) === undefined).toBe(compiles(text));
    }),
    { numRuns: 3000 },
  );
});

function compiles(text: string): boolean {
  try {
    RE2JS.compile(text);
    return true;
  } catch {
    return false;
  }
}

function languagesOf(schema: Schema): readonly string[] {
  switch (schema.type) {
    case "object":
      return Object.values(schema.properties).flatMap(languagesOf);
    case "map":
      return [...(schema.keySyntax === undefined ? [] : [schema.keySyntax.language]), ...languagesOf(schema.values)];
    case "array":
      return languagesOf(schema.items);
    case "opaque":
      return [];
    default:
      return schema.syntax === undefined ? [] : [schema.syntax.language];
  }
}
