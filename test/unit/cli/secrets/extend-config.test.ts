import { expect, test } from "vitest";
import { extendConfig } from "../../../../sdk/cli/secrets/extend-config.ts";
import { readSopsConfig } from "../../../../sdk/sops/rules.ts";

const KEY = "age1ms66c6lzvryh2n5crr2ss25t7s3mxvkt3dff85csl5y3vy672ugq54lcrj";
const OTHER = "age12gfqwle90ukpyh5k3q69xk855fa7lhwrwx5nh6hsx5grn2pzw3lqk23f7c";

test.each<[string, string | undefined]>([
  ["there is none", undefined],
  ["it is empty", "\n"],
  ["it has no rules", "# ours\nstores:\n  yaml:\n    indent: 2\n"],
  ["its rules are for other files", `creation_rules:\n  - path_regex: \\.env$ # env\n    age: ${OTHER}\n`],
  ["its list is not indented", `# a\ncreation_rules:\n- path_regex: \\.env$\n  age: ${OTHER}\n# b\nstores: {}\n# c`],
  ["it does not end with a line", `creation_rules:\n    - path_regex: \\.env$\n      age: ${OTHER}`],
])("a rule is added where %s, and nothing is taken away", (_, text) => {
  const change = extendConfig(text, KEY);
  if (change.type !== "write") throw new Error(change.type);
  const read = readSopsConfig(change.text);
  const rules = read.type === "read" ? read.config.rules : [];
  const own = rules.find(({ matches }) => matches("apps/secret-token.yaml"))?.rule;
  expect(own).toMatchObject({ type: "rule", keyGroups: [[{ type: "age", id: KEY }]] });
  let rest = change.text;
  for (const line of (text ?? "").split("\n")) {
    expect(rest).toContain(line);
    rest = rest.slice(rest.indexOf(line) + line.length);
  }
});

const FIT = "encrypted_regex: ^(data|stringData)$";

test.each<[string, string, object]>([
  ["has a rule for the key", `creation_rules:\n  - ${FIT}\n    age: ${KEY}\n`, { type: "keep", isForKey: true }],
  ["has a rule for others", `creation_rules:\n  - ${FIT}\n    age: ${OTHER}\n`, { type: "keep", isForKey: false }],
  ["takes whole files", `creation_rules:\n  - age: ${OTHER}\n`, { type: "ask" }],
  ["is written in one line", `creation_rules: [{ path_regex: x, age: ${OTHER} }]\n`, { type: "ask" }],
  ["is no YAML", "creation_rules: [\n", { type: "ask" }],
])("one that %s is left as it is", (_, text, expected) => {
  expect(extendConfig(text, KEY)).toMatchObject(expected);
});
