// What Sluice encrypts is decrypted by the real sops, and what that encrypts is decrypted here: of one format, both ways.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emitYaml } from "../../../sdk/emit/yaml/emit-yaml.ts";
import { unwrapWithAge, wrapForAge } from "../../../sdk/sops/age.ts";
import { newDataKey } from "../../../sdk/sops/data-key.ts";
import { decryptFile } from "../../../sdk/sops/decrypt.ts";
import { encryptManifest } from "../../../sdk/sops/encrypt.ts";
import { plainScalar } from "../../../sdk/sops/go-scalar.ts";
import { plainData } from "../../../sdk/sops/plain-data.ts";
import { readTree } from "../../../sdk/sops/read-tree.ts";
import { readSopsConfig, ruleFor, type SopsRule } from "../../../sdk/sops/rules.ts";
import { plainValues, readSopsFile, type SopsFile } from "../../../sdk/sops/sops-file.ts";
import type { SopsComment, SopsMap, SopsValue } from "../../../sdk/sops/tree.ts";
import { temporaryFolder } from "../../tools/project.ts";
import { nastyText, plainDocument } from "../../unit/emit/arbitrary-data.ts";
import { newAgeKey } from "../cluster/encryption.ts";
import { run, runOrThrow } from "../cluster/tool.ts";
import { plainWord } from "./plain-word.ts";
import { ALL_TYPES, COMMENTED, DOCUMENTS } from "./sops-documents.ts";

/** Keys by their names, each with its identity and recipient. */
const keys: Record<"one" | "two" | "three" | "hybrid", { identity: string; recipient: string }> = {
  one: { identity: "", recipient: "" },
  two: { identity: "", recipient: "" },
  three: { identity: "", recipient: "" },
  hybrid: { identity: "", recipient: "" },
};
let folder: string;

beforeAll(async () => {
  folder = temporaryFolder(afterAll);
  for (const name of ["one", "two", "three"] as const) keys[name] = await newAgeKey();
  keys.hybrid = await newAgeKey("-pq");
});

/** The settings of a rule, in which a key stands as `<name>`. */
type Settings = string;

/** How recipients are named, and whose identities are enough. */
const RECIPIENTS: readonly (readonly [what: string, settings: Settings, identities: readonly (keyof typeof keys)[]])[] =
  [
    ["one key", "age: <one>", ["one"]],
    ["several keys", 'age: "<one>,<two>"', ["two"]],
    ["a list of keys", "age: [<one>, <two>]", ["two"]],
    ["a post-quantum key", "age: <hybrid>", ["hybrid"]],
    ["one group", "key_groups: [{ age: [<one>, <two>] }]", ["two"]],
    ["merged groups", "key_groups: [{ merge: [{ age: [<one>] }], age: [<two>] }]", ["one"]],
    [
      "all of three groups",
      "key_groups: [{ age: [<one>] }, { age: [<two>] }, { age: [<three>] }]",
      ["one", "two", "three"],
    ],
    [
      "two of three groups",
      "{ key_groups: [{ age: [<one>] }, { age: [<two>] }, { age: [<three>] }], shamir_threshold: 2 }",
      ["one", "three"],
    ],
  ];

const SELECTORS: readonly (readonly [what: string, settings: Settings])[] = [
  ["everything", ""],
  ["encrypted_regex", "encrypted_regex: ^(data|stringData)$"],
  ["unencrypted_regex", "unencrypted_regex: ^(apiVersion|metadata|kind|type)$"],
  ["encrypted_suffix", "encrypted_suffix: ata"],
  ["unencrypted_suffix", "unencrypted_suffix: _unencrypted"],
  ["encrypted_comment_regex", 'encrypted_comment_regex: "^ encrypt:"'],
  ["unencrypted_comment_regex", 'unencrypted_comment_regex: "^ plain:"'],
  ["mac_only_encrypted", "{ encrypted_regex: ^(data|stringData)$, mac_only_encrypted: true }"],
];

/** A `.sops.yaml` with one rule, of settings each written as a map in a line or without its braces. */
function configOf(...settings: readonly Settings[]): string {
  const parts = settings.filter(Boolean).map((text) => text.replace(/^\{ (.*) \}$/s, "$1"));
  const text = `creation_rules: [{ ${parts.join(", ")} }]\n`;
  return text.replace(/<(\w+)>/g, (_, name: keyof typeof keys) => keys[name].recipient);
}

function ruleOf(config: string): SopsRule {
  const read = readSopsConfig(config);
  const rule = read.type === "read" ? ruleFor(read.config, "secret.yaml") : undefined;
  if (rule?.type !== "rule") throw new Error(`No rule is in:\n${config}${JSON.stringify(rule)}`);
  return rule;
}

function identitiesOf(names: readonly (keyof typeof keys)[]): readonly string[] {
  return names.map((name) => /^AGE-SECRET-KEY-\S+$/m.exec(keys[name].identity)?.[0] ?? "");
}

async function encryptedBySops(text: string, config: string): Promise<string> {
  const path = join(folder, `${crypto.randomUUID()}.yaml`);
  writeFileSync(path, config);
  return runOrThrow("sops", ["--config", path, "encrypt", "--filename-override=secret.yaml"], { input: text });
}

/** Runs sops on a file with somebody's identities, and gives the file. */
async function changedBySops(
  text: string,
  args: readonly string[],
  names: readonly (keyof typeof keys)[],
): Promise<string> {
  const path = join(folder, `${crypto.randomUUID()}.yaml`);
  writeFileSync(path, text);
  await runOrThrow(
    "sops",
    args.map((arg) => (arg === "FILE" ? path : arg)),
    { env: withIdentities(names) },
  );
  return readFileSync(path, "utf8");
}

function withIdentities(names: readonly (keyof typeof keys)[]): Readonly<Record<string, string>> {
  return { SOPS_AGE_KEY: identitiesOf(names).join("\n") };
}

function decryptArguments(...args: readonly string[]): readonly string[] {
  return ["decrypt", "--input-type=yaml", ...args, "--filename-override=secret.yaml"];
}

async function decryptedBySops(text: string, names: readonly (keyof typeof keys)[]): Promise<unknown> {
  const args = decryptArguments("--output-type=json");
  return JSON.parse(await runOrThrow("sops", args, { input: text, env: withIdentities(names) }));
}

async function sealedHere(manifest: object, rule: SopsRule): Promise<string> {
  const dataKey = newDataKey();
  const wrapped = await wrapForAge(dataKey, rule);
  return emitYaml(encryptManifest({ manifest, rule, dataKey, keys: wrapped, lastModified: new Date() }));
}

function fileOf(text: string): SopsFile {
  const read = readSopsFile(text);
  if (read.type !== "read") throw new Error(`Not read: ${JSON.stringify(read)}`);
  return read.file;
}

async function keyOf(file: SopsFile, names: readonly (keyof typeof keys)[]): Promise<Uint8Array> {
  const dataKey = await unwrapWithAge(file, identitiesOf(names));
  if (dataKey === undefined) throw new Error("No data key is found");
  return dataKey;
}

async function decryptedHere(text: string, names: readonly (keyof typeof keys)[]): Promise<readonly SopsMap[]> {
  const file = fileOf(text);
  const result = decryptFile(file, await keyOf(file, names));
  if (result.type === "failed") throw new Error(`Not decrypted: ${result.reason} at ${result.path.join(".")}`);
  expect(result.isMacRight).toBe(true);
  expect(plainValues(file)).toEqual([]);
  return result.documents;
}

function documentsOf(text: string): readonly SopsMap[] {
  const read = readTree(text);
  if (read.type === "invalid") throw new Error(read.problem.message);
  return read.documents;
}

/** The texts of all comments, in any order: what prints a file may move them. */
function commentsOf(documents: readonly (SopsValue | SopsComment)[]): readonly string[] {
  const found = documents.flatMap((value): readonly string[] => {
    if (value.type === "comment") return [value.text];
    if (value.type === "list") return commentsOf(value.items);
    if (value.type !== "map") return [];
    return value.items.flatMap((item) => commentsOf([item.type === "entry" ? item.value : item]));
  });
  return found.toSorted();
}

const SECRET = {
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "any", namespace: "apps", labels: { one: "1", empty: "" } },
  type: "Opaque",
  immutable: true,
  data: { binary: "AAEC" },
  stringData: { empty: "", token: "open sesame", lines: "one\ntwo\n", number: "1", flag: "true", time: "2001-12-14" },
};

describe("sops decrypts what is encrypted here", () => {
  test.each(RECIPIENTS)("for %s", async (_, settings, identities) => {
    const rule = ruleOf(configOf(settings, "encrypted_regex: ^(data|stringData)$"));
    expect(await decryptedBySops(await sealedHere(SECRET, rule), identities)).toEqual(SECRET);
  });

  test.each(SELECTORS)("by %s", async (_, settings) => {
    const rule = ruleOf(configOf("age: <one>", settings));
    expect(await decryptedBySops(await sealedHere(SECRET, rule), ["one"])).toEqual(SECRET);
  });

  test("whatever its texts are", async () => {
    const texts = fc.array(fc.tuple(nastyText, nastyText), { minLength: 30, maxLength: 60 });
    const isDecrypted = async (entries: readonly (readonly [string, string])[]): Promise<void> => {
      const data = Object.fromEntries(entries.map(([key, text]) => [key.toWellFormed(), text.toWellFormed()]));
      const rule = ruleOf(configOf("age: <one>", "encrypted_regex: ^stringData$"));
      const manifest = { kind: "Secret", metadata: { annotations: data }, stringData: data };
      expect(await decryptedBySops(await sealedHere(manifest, rule), ["one"])).toEqual(manifest);
    };
    await fc.assert(fc.asyncProperty(texts, isDecrypted), { numRuns: 25 });
  });

  test("whatever its data are", async () => {
    const isDecrypted = async (data: readonly object[]): Promise<void> => {
      const rule = ruleOf(configOf("age: <one>", "unencrypted_regex: ^metadata$"));
      // JSON has no zero below zero, Go no half characters, and SOPS no whole numbers of 2^63.
      const manifest = JSON.parse(JSON.stringify({ metadata: data, data }, forSops));
      expect(await decryptedBySops(await sealedHere(manifest, rule), ["one"])).toEqual(manifest);
    };
    await fc.assert(fc.asyncProperty(fc.array(plainDocument, { maxLength: 20 }), isDecrypted), { numRuns: 40 });
  });
});

function forSops(_: string, value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (typeof value === "number" && Math.abs(value) >= 2 ** 63 && Math.abs(value) < 1e21) return 1;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toWellFormed(), item]));
}

describe("what sops encrypts is decrypted here", () => {
  test.each(RECIPIENTS)("for %s", async (_, settings, identities) => {
    const text = await encryptedBySops(ALL_TYPES, configOf(settings));
    expect((await decryptedHere(text, identities)).map(plainData)).toEqual(documentsOf(ALL_TYPES).map(plainData));
  });

  test.each(
    SELECTORS.flatMap(([what, settings]) =>
      Object.entries({ "all types": ALL_TYPES, comments: COMMENTED, "several documents": DOCUMENTS }).map(
        ([name, text]) => [name, what, settings, text] as const,
      ),
    ),
  )("with %s by %s", async (_, _what, settings, text) => {
    const encrypted = await encryptedBySops(text, configOf("age: <one>", settings));
    const found = await decryptedHere(encrypted, ["one"]);
    const want = documentsOf(text);
    expect(found.map(plainData)).toEqual(want.map(plainData));
    expect(commentsOf(found)).toEqual(commentsOf(want));
  });
});

/** Numbers that sops stops at, and the zero below zero, which it writes as one that is none. */
function isForSops(word: string): boolean {
  const scalar = plainScalar(word);
  return scalar.type !== "unreadable" && !(scalar.type === "float" && scalar.text === "-0");
}

test("sops reads words without quotes as they are read here", async () => {
  const readAlike = async (words: readonly string[]): Promise<void> => {
    const list = words.filter(isForSops).map((word) => `  - ${word}\n`);
    const text = `metadata:\n${list.join("")}data:\n${list.join("")}`;
    const encrypted = await encryptedBySops(text, configOf("age: <one>", "encrypted_regex: ^data$"));
    expect((await decryptedHere(encrypted, ["one"])).map(plainData)).toEqual(documentsOf(text).map(plainData));
  };
  await fc.assert(fc.asyncProperty(fc.array(plainWord, { minLength: 30, maxLength: 60 }), readAlike), { numRuns: 60 });
});

test("sops stops at a number that is not read here", async () => {
  const text = "a: 9223372036854775808\n";
  expect(readTree(text)).toMatchObject({ type: "invalid", problem: { line: 1 } });
  const { code, stderr } = await run("sops", ["encrypt", `--age=${keys.one.recipient}`, "--filename-override=a.yaml"], {
    input: text,
  });
  expect({ code, stderr }).toMatchObject({ code: 23, stderr: expect.stringContaining("uint64") });
});

/** Maps in maps, with comments on any line and of any depth. */
const commented = fc
  .array(
    fc.record({
      depth: fc.nat({ max: 3 }),
      value: fc.constantFrom("1", "text", "[1, 2]", "{ a: 1 }", "''", "null", "|-\n          text"),
      before: fc.array(fc.tuple(fc.nat({ max: 4 }), fc.boolean()), { maxLength: 2 }),
      hasComment: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((lines) => {
    let number = 0;
    return lines
      .map(({ depth, value, before, hasComment }, index) => {
        const level = Math.min(depth, index === 0 ? 0 : 3);
        const gaps = before.map(([indent, isApart]) => `${isApart ? "\n" : ""}${"  ".repeat(indent)}# c${number++}\n`);
        const isBlock = value.startsWith("|");
        const inline = hasComment && !isBlock ? ` # c${number++}` : "";
        return { level, text: gaps.join(""), key: `k${index}`, value: value + inline };
      })
      .reduce(
        ({ text, depth }, line, index, all) => {
          const level = Math.min(line.level, depth + 1);
          const next = all[index + 1];
          // A key has a value, or what follows deeper.
          const hasChildren = next !== undefined && Math.min(next.level, level + 1) > level;
          const indent = "  ".repeat(level);
          return {
            text: `${text}${line.text}${indent}${line.key}:${hasChildren ? "" : ` ${line.value}`}\n`,
            depth: level,
          };
        },
        { text: "", depth: -1 },
      ).text;
  });

test("comments are found wherever they stand", async () => {
  const found = async (text: string): Promise<void> => {
    const encrypted = await encryptedBySops(text, configOf("age: <one>"));
    const documents = await decryptedHere(encrypted, ["one"]);
    expect(documents.map(plainData)).toEqual(documentsOf(text).map(plainData));
    // What prints the file for sops loses some, and puts others where sops itself no longer decrypts them.
    const written = commentsOf(documentsOf(text));
    expect(commentsOf(documents).filter((comment) => !written.includes(comment))).toEqual([]);
  };
  await fc.assert(fc.asyncProperty(commented, found), { numRuns: 150 });
});

describe("a file that was encrypted here goes on in the hands of sops", () => {
  const SETTINGS = ["age: <one>", "encrypted_regex: ^(data|stringData)$"];
  const sealedForOne = (): Promise<string> => sealedHere(SECRET, ruleOf(configOf(...SETTINGS)));

  test("sops set", async () => {
    const changed = await changedBySops(
      await sealedForOne(),
      ["set", "FILE", '["stringData"]["token"]', '"new"'],
      ["one"],
    );
    const want = { ...SECRET, stringData: { ...SECRET.stringData, token: "new" } };
    expect((await decryptedHere(changed, ["one"])).map(plainData)).toEqual([want]);
  });

  test("sops rotate", async () => {
    const sealed = await sealedForOne();
    const changed = await changedBySops(sealed, ["rotate", "--in-place", "FILE"], ["one"]);
    expect((await decryptedHere(changed, ["one"])).map(plainData)).toEqual([SECRET]);
    expect(await keyOf(fileOf(changed), ["one"])).not.toEqual(await keyOf(fileOf(sealed), ["one"]));
  });

  test("sops updatekeys", async () => {
    const sealed = await sealedForOne();
    const config = join(folder, "updatekeys.sops.yaml");
    writeFileSync(config, configOf('age: "<one>,<two>"'));
    const changed = await changedBySops(sealed, ["--config", config, "updatekeys", "--yes", "FILE"], ["one"]);
    expect((await decryptedHere(changed, ["two"])).map(plainData)).toEqual([SECRET]);
    expect(await keyOf(fileOf(changed), ["two"])).toEqual(await keyOf(fileOf(sealed), ["one"]));
  });

  test("what sops changed goes on here: what is the same keeps its ciphertext, and sops decrypts it", async () => {
    const changed = await changedBySops(
      await sealedForOne(),
      ["set", "FILE", '["stringData"]["token"]', '"new"'],
      ["one"],
    );
    const file = fileOf(changed);
    const dataKey = await keyOf(file, ["one"]);
    const rule = ruleOf(configOf(...SETTINGS));
    const input = {
      rule,
      dataKey,
      keys: file.metadata.keyGroups,
      lastModified: new Date(),
      previous: { file, dataKey },
    };
    const again = emitYaml(encryptManifest({ ...input, manifest: SECRET }));
    expect(await decryptedBySops(again, ["one"])).toEqual(SECRET);
    const ciphertexts = (text: string): readonly string[] => text.match(/ENC\[\S+\]/g) ?? [];
    // The changed text and the code are new.
    const [before, after] = [ciphertexts(changed), ciphertexts(again)];
    expect(after.filter((text) => !before.includes(text))).toHaveLength(2);
    expect(after).toHaveLength(before.length);
  });
});

describe("what somebody changed without the key is refused by both", () => {
  test.each<[what: string, change: (text: string) => string]>([
    ["a value that is not encrypted", (text) => text.replace("name: any", "name: other")],
    ["the order of values", (text) => text.replace(/( +number: .*\n)( +flag: .*\n)/, "$2$1")],
    ["a value that is gone", (text) => text.replace(/ +flag: .*\n/, "")],
    ["the time", (text) => text.replace(/lastmodified: .*/, 'lastmodified: "2001-12-14T21:59:43Z"')],
    ["a code that is gone", (text) => text.replace(/ +mac: .*\n/, "")],
  ])("%s", async (_, change) => {
    const sealed = await sealedHere(SECRET, ruleOf(configOf("age: <one>", "encrypted_regex: ^(data|stringData)$")));
    const changed = change(sealed);
    expect(changed).not.toBe(sealed);
    const { code } = await run("sops", decryptArguments(), { input: changed, env: withIdentities(["one"]) });
    expect(code).not.toBe(0);
    const file = fileOf(changed);
    expect(decryptFile(file, await keyOf(file, ["one"]))).toMatchObject({ type: "decrypted", isMacRight: false });
  });

  test.each<[what: string, change: (text: string) => string, reason: string]>([
    ["a value under another key", (text) => text.replace("token: ENC", "other: ENC"), "other-key"],
    ["a plain value in place of an encrypted one", (text) => text.replace(/flag: .*/, "flag: yes"), "plain-value"],
  ])("%s", async (_, change, reason) => {
    const sealed = await sealedHere(SECRET, ruleOf(configOf("age: <one>", "encrypted_regex: ^(data|stringData)$")));
    const changed = change(sealed);
    const { code } = await run("sops", decryptArguments(), { input: changed, env: withIdentities(["one"]) });
    expect(code).not.toBe(0);
    const file = fileOf(changed);
    expect(decryptFile(file, await keyOf(file, ["one"]))).toMatchObject({ type: "failed", reason });
  });
});
