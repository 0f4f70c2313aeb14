import { describe, expect, test } from "vitest";
import { recipientsDiffer } from "../../../sdk/sops/compare-recipients.ts";
import { metadataContent } from "../../../sdk/sops/metadata.ts";
import { plainValues, readSopsFile } from "../../../sdk/sops/sops-file.ts";
import { onlyRule, sopsFile } from "./sealed-file.ts";

const AGE = "age1cqtmzqdl8zyld3uymd29nzc5wejcxxvsdhfdwjmv6c7eup3xcsts360twc";
const OTHER = "age1qnzkfp7uxdkhw3k5syj09j8a85v9dzkc6t7050rfkzusjhxvzeasff4p8q";

/** A file of which only the metadata count. */
const withMetadata = (...lines: readonly string[]): string =>
  `a: b\nsops:\n${lines.map((line) => `  ${line}\n`).join("")}`;
const TIME = 'lastmodified: "2001-12-14T21:59:43Z"';
const KEY = `age: [{ recipient: ${AGE}, enc: e }]`;

/** Metadata as SOPS writes them, with a key of each type. */
const WRITTEN = `a: b
sops:
    age:
        - enc: of age
          recipient: ${AGE}
    azure_kv:
        - created_at: "2001-12-14T21:59:43Z"
          enc: of Azure
          name: k
          vault_url: https://v.vault.azure.net
          version: "1"
    encrypted_regex: ^(data|stringData)$
    gcp_kms:
        - created_at: "2001-12-14T21:59:43Z"
          enc: of Google
          resource_id: projects/p/locations/global/keyRings/r/cryptoKeys/k
    hc_vault:
        - created_at: "2001-12-14T21:59:43Z"
          enc: of Vault
          engine_path: transit
          key_name: k
          vault_address: https://vault.example.com:8200
    hckms:
        - created_at: "2001-12-14T21:59:43Z"
          enc: of Huawei
          key_id: tr-west-1:abc
    kms:
        - arn: arn:aws:kms:eu-west-1:1:key/a
          aws_profile: dev
          context:
            b: c
          created_at: "2001-12-14T21:59:43Z"
          enc: of AWS
          role: arn:aws:iam::1:role/r
    lastmodified: "2001-12-14T21:59:43Z"
    mac: code
    mac_only_encrypted: true
    pgp:
        - created_at: "2001-12-14T21:59:43Z"
          enc: |-
            of
            PGP
          fp: FBC7B9E2A4F9289AC0C1D4843D16CEE4A27381B4
    version: 3.13.3
`;

test("what SOPS wrote is written again as it was, keys of all types included", () => {
  const { metadata } = sopsFile(WRITTEN);
  const content = metadataContent(metadata);
  expect(Object.keys(content)).toEqual([...WRITTEN.matchAll(/^ {4}(\w+):/gm)].map(([, key]) => key));
  expect(sopsFile(JSON.stringify({ a: "b", sops: content })).metadata).toEqual(metadata);
  expect(metadata.keyGroups.flat().map(({ recipient: { type, id }, enc }) => [type, id, enc])).toEqual([
    ["kms", "arn:aws:kms:eu-west-1:1:key/a+arn:aws:iam::1:role/r|b:c|dev", "of AWS"],
    ["gcp_kms", "projects/p/locations/global/keyRings/r/cryptoKeys/k", "of Google"],
    ["hckms", "tr-west-1:abc", "of Huawei"],
    ["azure_kv", "https://v.vault.azure.net/keys/k/1", "of Azure"],
    ["hc_vault", "https://vault.example.com:8200/v1/transit/keys/k", "of Vault"],
    ["pgp", "FBC7B9E2A4F9289AC0C1D4843D16CEE4A27381B4", "of\nPGP"],
    ["age", AGE, "of age"],
  ]);
});

test("groups have empty lists where SOPS writes them", () => {
  const { metadata } = sopsFile(
    withMetadata(
      `key_groups: [{ age: [{ recipient: ${AGE}, enc: e }], hc_vault: [] }, { pgp: [{ fp: A, enc: f }] }]`,
      "shamir_threshold: 2",
      TIME,
    ),
  );
  expect(metadataContent(metadata)).toMatchObject({
    key_groups: [
      { age: [{ enc: "e", recipient: AGE }], hc_vault: [] },
      { age: [], hc_vault: [], pgp: [{ enc: "f", fp: "A" }] },
    ],
    shamir_threshold: 2,
    unencrypted_suffix: "_unencrypted",
  });
});

describe("a file that SOPS does not read", () => {
  test.each<[text: string, message: RegExp, line: number]>([
    ["a: b\nsops: c\n", /sops is no map/, 2],
    [withMetadata(KEY), /lastmodified/, 2],
    [withMetadata(KEY, "lastmodified: yesterday"), /lastmodified/, 4],
    [withMetadata(TIME), /no recipient/, 2],
    [withMetadata(TIME, KEY, "encrypted_regex: a", "encrypted_suffix: b"), /encrypted_suffix and encrypted_regex/, 2],
    ["a: b\n c: d\n", /not YAML/, 2],
  ])("%j", (text, message, line) => {
    const problem = { message: expect.stringMatching(message), hint: expect.stringMatching(/./), line };
    expect(readSopsFile(text)).toEqual({ type: "invalid", problem });
  });

  test.each(["", "a: b\n", "a: b\n---\nsops: {}\n"])("%j has no metadata", (text) => {
    expect(readSopsFile(text)).toEqual({ type: "plain" });
  });
});

test("plain values are found where ciphertext has to be", () => {
  const text = `data:
  a: ENC[AES256_GCM,data:a,iv:b,tag:c,type:str]
  b: plain
  c: ""
  d: null
  e: [1, { f: true }]
metadata: { name: any }
${withMetadata(KEY, TIME, "encrypted_regex: ^data$").replace("a: b\n", "")}---
data: text
`;
  expect(plainValues(sopsFile(text))).toEqual([
    { document: 0, path: ["data", "b"] },
    { document: 0, path: ["data", "e", 0] },
    { document: 0, path: ["data", "e", 1, "f"] },
    { document: 1, path: ["data"] },
  ]);
});

describe("recipients that differ from the rule", () => {
  const ONE = `[{ recipient: ${AGE}, enc: e }]`;
  const BOTH = `[{ recipient: ${OTHER}, enc: e }, { recipient: ${AGE}, enc: e }]`;
  const AZURE = "[{ vault_url: https://v.vault.azure.net, name: k, version: '1', enc: e }]";

  test.each<[file: string, rule: string, want: object | undefined]>([
    [`age: ${ONE}`, `age: ${AGE}`, undefined],
    [`age: ${BOTH}`, `age: "${AGE},${OTHER}"`, undefined],
    [`age: ${ONE}`, `age: "${AGE},${OTHER}"`, { missing: [OTHER], extra: [] }],
    [`age: ${BOTH}`, `age: ${AGE}`, { missing: [], extra: [OTHER] }],
    [`age: ${ONE}`, `pgp: A`, { missing: ["A"], extra: [AGE] }],
    [`azure_kv: ${AZURE}`, "azure_keyvault: https://v.vault.azure.net/keys/k", undefined],
    [
      `azure_kv: ${AZURE}`,
      "azure_keyvault: https://v.vault.azure.net/keys/k/2",
      { missing: ["https://v.vault.azure.net/keys/k/2"], extra: ["https://v.vault.azure.net/keys/k/1"] },
    ],
    [
      `key_groups: [{ age: ${ONE} }, { pgp: [{ fp: A, enc: e }] }]`,
      `key_groups: [{ age: ["${AGE}"] }, { pgp: [A] }]`,
      undefined,
    ],
    [
      `key_groups: [{ age: ${ONE} }, { pgp: [{ fp: A, enc: e }] }]`,
      `key_groups: [{ pgp: [A] }, { age: ["${AGE}"] }]`,
      { missing: ["A", AGE], extra: [AGE, "A"] },
    ],
    [`age: ${ONE}`, `key_groups: [{ age: ["${AGE}"] }, { pgp: [A] }]`, { missing: ["A"], extra: [] }],
  ])("%s and %s", (file, rule, want) => {
    const found = recipientsDiffer(sopsFile(withMetadata(file, TIME)), onlyRule(`creation_rules:\n  - ${rule}\n`));
    const ids = found && {
      missing: found.missing.map(({ id }) => id),
      extra: found.extra.map(({ id }) => id),
    };
    expect(ids).toEqual(want);
  });

  test("the number of groups that are enough counts", () => {
    const groups = `key_groups: [{ age: ${ONE} }, { pgp: [{ fp: A, enc: e }] }, { pgp: [{ fp: B, enc: e }] }]`;
    const rule = onlyRule(`creation_rules:\n  - key_groups: [{ age: ["${AGE}"] }, { pgp: [A] }, { pgp: [B] }]\n`);
    const file = sopsFile(withMetadata(groups, TIME, "shamir_threshold: 2"));
    expect(recipientsDiffer(file, rule)).toEqual({ missing: [], extra: [], threshold: { file: 2, rule: 3 } });
    expect(recipientsDiffer(file, { ...rule, shamirThreshold: 2 })).toBeUndefined();
  });
});
