// `.sops.yaml` is read as sops reads it: the same rule for a path, the same recipients, the same values.

import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { recipientsDiffer } from "../../../sdk/sops/compare-recipients.ts";
import { type BrokenRule, readSopsConfig, ruleFor, type SopsRule } from "../../../sdk/sops/rules.ts";
import { run, type ToolResult } from "../cluster/tool.ts";
import { fileOf, newPath, prepareSops, withKeys } from "./sops-files.ts";

prepareSops();

const SSH_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDTMYsWPNS6YVnM29jBgOAsnLFEfHFosIYFIdEaZCqU/ bob@example.com";
const TEXT = "a_text: one\nb_unencrypted: two\ndata: { c: 3 }\n";

/** Has sops encrypt a text for a path, with a `.sops.yaml` in which keys stand as `<name>`. */
function encryptFor(path: string, config: string): Promise<ToolResult> {
  const configPath = newPath();
  writeFileSync(configPath, config);
  const name = join(dirname(configPath), path);
  return run("sops", ["--config", configPath, "encrypt", `--filename-override=${name}`], { input: TEXT });
}

function ruleHere(path: string, config: string): SopsRule | BrokenRule | "invalid" | undefined {
  const read = readSopsConfig(config);
  return read.type === "read" ? ruleFor(read.config, path) : "invalid";
}

describe("the rule for a path", () => {
  test.each<[path: string, rules: string]>([
    ["a.yaml", "[{ age: <one> }]"],
    ["a/b.yaml", "[{ path_regex: ^b, age: <one> }, { path_regex: ^a/, age: <two> }, { age: <three> }]"],
    ["a/b.yaml", "[{ path_regex: 'b\\.yaml$', age: <one>, encrypted_regex: ^data$ }, { age: <two> }]"],
    ["a/b.yaml", "[{ path_regex: '(?i)B\\.YAML$', age: <one>, unencrypted_regex: text }, { age: <two> }]"],
    ["a/b.yaml", "[{ path_regex: '^/', age: <one> }, { path_regex: '\\Aa/[[:alpha:]]+\\.ya?ml\\z', age: <two> }]"],
    ["a.yaml", "[{ path_regex: '', age: <one>, encrypted_suffix: _text }, { age: <two> }]"],
    ["a.yaml", "[{ path_regex: null, age: <one>, unencrypted_suffix: a }]"],
    ["a.yaml", "[{ age: ' <one> , <two>,', mac_only_encrypted: true }]"],
    ["a.yaml", "[{ age: ['<one>', '<hybrid>'], mac_only_encrypted: yes }]"],
    ["a.yaml", "[{ age: <one>, encrypted_regex: '', unencrypted_suffix: _text }]"],
    ["a.yaml", "[{ age: <one>, mac_only_encrypted: off }]"],
    ["a.yaml", "[{ key_groups: [{ age: [<one>, <one>, '<two>,<three>'] }] }]"],
    ["a.yaml", "[{ key_groups: [{ age: [<one>] }, { age: [<two>] }, { age: [<three>] }] }]"],
    ["a.yaml", "[{ shamir_threshold: 2, key_groups: [{ age: [<one>] }, { age: [<two>] }, { age: [<three>] }] }]"],
    ["a.yaml", "[{ key_groups: [{ merge: [{ age: [<one>] }, { merge: [{ age: [<two>] }] }], age: [<three>] }] }]"],
    ["a.yaml", "[{ age: <one>, key_groups: [{ age: [<two>] }] }]"],
    ["a.yaml", "[{ age: <one>, key_groups: [] }]"],
    ["a.yaml", `[{ age: [<one>, ${SSH_KEY}] }]`],
    ["a.yaml", "[{ path_regex: ^b, age: nobody }, { age: <one> }]"],
    ["a.yaml", "[{ age: <one> }, { path_regex: '[', age: <two> }]"],
    ["a.yaml", "[{ age: <one>, shamir_threshold: 1 }]"],
    ["a.yaml", "&rules [{ age: &key <one>, encrypted_comment_regex: x }, { age: *key }]"],
    ["a.yaml", "\n  - age: >-\n      <one>,\n      <two>\n    encrypted_regex: ^(a|b)_\n"],
    ["a.yaml", "\n  - key_groups:\n    - age: [\n      <one>,\n      <two>\n    ]\n"],
  ])("%s of %s", async (path, rules) => {
    const config = withKeys(`creation_rules: ${rules}\n`);
    const { code, stdout, stderr } = await encryptFor(path, config);
    expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
    const file = fileOf(stdout);
    const rule = ruleHere(path, config);
    if (rule === undefined || rule === "invalid" || rule.type === "broken") throw new Error(JSON.stringify(rule));
    expect(recipientsDiffer(file, rule)).toBeUndefined();
    const { selection, macOnlyEncrypted } = file.metadata;
    expect({ selection, macOnlyEncrypted }).toEqual({
      selection: rule.selection,
      macOnlyEncrypted: rule.macOnlyEncrypted,
    });
  });
});

describe("both refuse", () => {
  test.each<[rules: string, type: "broken" | "invalid" | undefined]>([
    ["[{ path_regex: ^b, age: <one> }]", undefined],
    ["[]", undefined],
    ["[{ age: <one>, encrypted_regex: a, unencrypted_suffix: b }]", "broken"],
    ["[{ path_regex: '[', age: <one> }, { age: <two> }]", "broken"],
    ["[{ path_regex: '(?=a)', age: <one> }]", "broken"],
    ["[{ encrypted_regex: a }]", "broken"],
    ["[{ age: '' }]", "broken"],
    ["[{ age: bob }]", "broken"],
    ["[{ age: <one>x }]", "broken"],
    ["[{ age: { a: b } }]", "broken"],
    ["[{ age: [1] }]", "broken"],
    ["[{ key_groups: [{ age: <one> }] }]", "broken"],
    ["[{ key_groups: [{ age: [] }, { age: [<one>] }] }]", "broken"],
    ["[{ key_groups: [{ kms: [a] }] }]", "broken"],
    ["[{ key_groups: { age: [<one>] } }]", "broken"],
    ["[{ hckms: 'tr-west-1:abc' }]", "broken"],
    ["[{ hckms: [abc] }]", "broken"],
    ["[{ azure_keyvault: https://vault.example.com/k }]", "broken"],
    ["[{ hc_vault_transit_uri: https://vault.example.com/k }]", "broken"],
    ["[{ shamir_threshold: 1, key_groups: [{ age: [<one>] }, { age: [<two>] }] }]", "broken"],
    ["[{ shamir_threshold: 3, key_groups: [{ age: [<one>] }, { age: [<two>] }] }]", "broken"],
    ["[{ shamir_threshold: two, age: <one> }]", "broken"],
    ["[{ age: <one>, mac_only_encrypted: maybe }]", "broken"],
    ["{ age: <one> }", "invalid"],
    ["[age]", "invalid"],
    ["[{ age: <one>, age: <two> }]", "invalid"],
    ["[", "invalid"],
  ])("%s", async (rules, type) => {
    const config = withKeys(`creation_rules: ${rules}\n`);
    const { code } = await encryptFor("a.yaml", config);
    expect(code).not.toBe(0);
    const rule = ruleHere("a.yaml", config);
    expect(typeof rule === "object" ? rule.type : rule).toBe(type);
  });
});

test("with an expression that Go does not take, sops encrypts nothing and says nothing: here it is refused", async () => {
  const config = withKeys("creation_rules: [{ age: <one>, encrypted_regex: '(?=data)' }]\n");
  const { code, stdout } = await encryptFor("a.yaml", config);
  expect(code).toBe(0);
  expect(stdout).toContain("a_text: one");
  expect(ruleHere("a.yaml", config)).toMatchObject({ type: "broken" });
});
