import { describe, expect, test } from "vitest";
import {
  type BrokenRule,
  encryptsOnlyValues,
  readSopsConfig,
  ruleFor,
  type SopsRule,
} from "../../../sdk/sops/rules.ts";
import { onlyRule } from "./sealed-file.ts";

const AGE = "age1cqtmzqdl8zyld3uymd29nzc5wejcxxvsdhfdwjmv6c7eup3xcsts360twc";
const OTHER = "age1qnzkfp7uxdkhw3k5syj09j8a85v9dzkc6t7050rfkzusjhxvzeasff4p8q";
const ARN = "arn:aws:kms:eu-west-1:123456789012:key/12345678-1234-1234-1234-123456789012";
const ROLE = "arn:aws:iam::123456789012:role/sops";

/** The rule for a path, of a `.sops.yaml` whose rules are written one a line. */
function ruleOf(rules: readonly string[], path = "apps/secret.yaml"): SopsRule | BrokenRule | undefined {
  const read = readSopsConfig(`creation_rules:\n${rules.map((rule) => `  - ${rule}\n`).join("")}`);
  if (read.type !== "read") throw new Error(JSON.stringify(read));
  return ruleFor(read.config, path);
}

describe("the rule for a file", () => {
  const RULES = [
    `{ path_regex: ^clusters/.*\\.yaml$, age: ${AGE}, encrypted_suffix: first }`,
    `{ path_regex: '(?i)SECRET\\.ya?ml$', age: ${AGE}, encrypted_suffix: second }`,
    `{ age: ${AGE}, encrypted_suffix: last }`,
  ];

  test.each([
    ["clusters/a/secret.yaml", "first"],
    ["apps/secret.yml", "second"],
    ["clusters/a/readme.md", "last"],
  ])("%s takes the %s that matches", (path, pattern) => {
    expect(ruleOf(RULES, path)).toMatchObject({ type: "rule", selection: { by: "encrypted_suffix", pattern } });
  });

  test("no rule matches", () => {
    expect(ruleOf(RULES.slice(0, 1))).toBeUndefined();
  });

  test.each(["", "stores: { yaml: { indent: 2 } }\n", "creation_rules:\n", "creation_rules: []\n", "# nothing\n"])(
    "%j has none",
    (text) => {
      expect(readSopsConfig(text)).toEqual({ type: "read", config: { rules: [] } });
    },
  );
});

describe("recipients", () => {
  test.each<[rule: string, want: readonly (readonly string[])[]]>([
    [`{ age: "${AGE}, ${OTHER}," }`, [[`age ${AGE}`, `age ${OTHER}`]]],
    [`{ age: [${AGE}, ${OTHER}, ${AGE}] }`, [[`age ${AGE}`, `age ${OTHER}`]]],
    ["{ age: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB0 }", [["age ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB0"]]],
    [
      "{ age: age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t }",
      [["age age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t"]],
    ],
    ["{ pgp: 'FBC7 B9E2, 85D7 7543' }", [["pgp FBC7B9E2", "pgp 85D77543"]]],
    [`{ kms: "${ARN}+${ROLE}", aws_profile: dev }`, [[`kms ${ARN}+${ROLE}||dev`]]],
    [`{ kms: ["${ARN}"] }`, [[`kms ${ARN}`]]],
    [
      "{ gcp_kms: projects/p/locations/global/keyRings/r/cryptoKeys/k }",
      [["gcp_kms projects/p/locations/global/keyRings/r/cryptoKeys/k"]],
    ],
    ['{ hckms: ["tr-west-1:abc"] }', [["hckms tr-west-1:abc"]]],
    [
      '{ azure_keyvault: "https://v.vault.azure.net/keys/k/1, https://v.vault.azure.net/keys/l" }',
      [["azure_kv https://v.vault.azure.net/keys/k/1", "azure_kv https://v.vault.azure.net/keys/l/"]],
    ],
    [
      '{ hc_vault_transit_uri: "https://vault.example.com:8200/v1/a/b/keys/k" }',
      [["hc_vault https://vault.example.com:8200/v1/a/b/keys/k"]],
    ],
    [
      `{ key_groups: [{ age: ["${AGE}"], pgp: [A], hckms: [{ key_id: "r:k" }], hc_vault: ["https://v.example.com/v1/t/keys/k"] }, { kms: [{ arn: "${ARN}", role: "${ROLE}", context: { b: c } }], gcp_kms: [{ resource_id: g }], azure_keyvault: [{ vaultUrl: "https://v.vault.azure.net", key: k, version: "1" }] }] }`,
      [
        [`age ${AGE}`, "pgp A", "hckms r:k", "hc_vault https://v.example.com/v1/t/keys/k"],
        [`kms ${ARN}+${ROLE}|b:c`, "gcp_kms g", "azure_kv https://v.vault.azure.net/keys/k/1"],
      ],
    ],
    [
      `{ key_groups: [{ merge: [{ pgp: [A] }, { merge: [{ pgp: [B] }] }], pgp: [A, C] }] }`,
      [["pgp A", "pgp B", "pgp C"]],
    ],
    [`{ age: ${OTHER}, key_groups: [{ age: ["${AGE}"] }] }`, [[`age ${AGE}`]]],
  ])("%s", (rule, want) => {
    const found = ruleOf([rule]);
    const groups = found?.type === "rule" ? found.keyGroups : [];
    expect(groups.map((group) => group.map(({ type, id }) => `${type} ${id}`))).toEqual(want);
  });
});

describe("what SOPS refuses", () => {
  test.each<[rule: string, message: RegExp]>([
    [`{ age: ${AGE}, encrypted_regex: a, unencrypted_suffix: b }`, /unencrypted_suffix and encrypted_regex/],
    [`{ age: ${AGE}, encrypted_regex: "(" }`, /no regular expression/],
    [`{ age: ${AGE}, encrypted_regex: "(?=a)" }`, /no regular expression/],
    [`{ age: ${AGE}, path_regex: "[" }`, /no regular expression/],
    ["{ encrypted_regex: a }", /no recipient/],
    ["{ age: '' }", /no recipient/],
    ["{ key_groups: [{ age: [] }] }", /no recipient/],
    [`{ age: ${AGE.slice(0, -1)}d }`, /checksum/],
    ["{ age: { a: b } }", /age is no list/],
    ["{ age: [{ a: b }] }", /age is no list of texts/],
    ["{ hckms: 'tr-west-1:abc' }", /hckms is no list/],
    [`{ key_groups: [{ age: ${AGE} }] }`, /age is no list/],
    ["{ key_groups: [{ kms: [abc] }] }", /an item of kms is no map/],
    ["{ age: bob@example.com }", /no public key/],
    ["{ azure_keyvault: vault/key }", /azure_keyvault/],
    ["{ hc_vault_transit_uri: https://vault.example.com/transit/keys/k }", /hc_vault_transit_uri/],
    ["{ hckms: [abc] }", /hckms/],
    [`{ shamir_threshold: 3, key_groups: [{ age: ["${AGE}"] }, { age: ["${OTHER}"] }] }`, /shamir_threshold/],
    [`{ shamir_threshold: 1, key_groups: [{ age: ["${AGE}"] }, { age: ["${OTHER}"] }] }`, /shamir_threshold/],
    [`{ age: ${AGE}, mac_only_encrypted: maybe }`, /mac_only_encrypted/],
    [`{ key_groups: { age: ["${AGE}"] } }`, /key_groups is no list/],
  ])("%s", (rule, message) => {
    const found = ruleOf([`{ path_regex: none, age: ${AGE} }`, rule]);
    expect(found).toEqual({
      type: "broken",
      problem: { message: expect.stringMatching(message), hint: expect.stringMatching(/./), line: 3 },
    });
  });

  test("a private key is not repeated", () => {
    const identity = "AGE-SECRET-KEY-1QQPQYQQPQYQQPQYQQPQYQQPQYQQPQYQQPQYQQPQYQQPQYQQPQYQQPQYQ";
    const found = ruleOf([`{ age: ${identity} }`]);
    expect(found).toMatchObject({ type: "broken" });
    expect(JSON.stringify(found)).not.toContain(identity);
  });

  test("a rule for other files is no obstacle", () => {
    expect(ruleOf(["{ path_regex: ^terraform/, age: nobody }", `{ age: ${AGE} }`])).toMatchObject({ type: "rule" });
  });

  test.each<[text: string, line: number]>([
    ["creation_rules: [\n", 2],
    ["a: 1\ncreation_rules: { age: a }\n", 2],
    ["creation_rules:\n  - age\n", 1],
    ["creation_rules:\n  - age: a\n    age: b\n", 3],
    ["- age: a\n", 1],
  ])("%j cannot be read", (text, line) => {
    expect(readSopsConfig(text)).toEqual({
      type: "invalid",
      problems: [{ message: expect.stringMatching(/./), hint: expect.stringMatching(/./), line }],
    });
  });
});

test.each<[settings: string, want: boolean]>([
  ["", false],
  ["encrypted_regex: ^(data|stringData)$", true],
  ["encrypted_regex: ^(data|stringData|metadata)$", false],
  ["encrypted_regex: ^data$", false],
  ["encrypted_regex: ata", false],
  ["encrypted_regex: (?i)^(string)?data$", true],
  ["unencrypted_regex: ^(apiVersion|metadata|kind|type)$", true],
  ["unencrypted_regex: ^(apiVersion|kind|type)$", false],
  ["encrypted_suffix: ata", false],
  ["unencrypted_suffix: _plain", false],
  ['encrypted_comment_regex: "encrypt"', false],
  ['unencrypted_comment_regex: "plain"', false],
])("%j encrypts only a Secret's values: %s", (settings, want) => {
  expect(encryptsOnlyValues(onlyRule(`creation_rules:\n  - age: ${AGE}\n    ${settings}\n`))).toBe(want);
});
