import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { emitYaml } from "../../../sdk/emit/yaml/emit-yaml.ts";
import { unwrapWithAge, wrapForAge } from "../../../sdk/sops/age.ts";
import { newDataKey } from "../../../sdk/sops/data-key.ts";
import { decryptFile } from "../../../sdk/sops/decrypt.ts";
import { encryptManifest } from "../../../sdk/sops/encrypt.ts";
import { readTree } from "../../../sdk/sops/read-tree.ts";
import { readSopsConfig, ruleFor, type SopsRule } from "../../../sdk/sops/rules.ts";
import { plainValues, readSopsFile, type SopsFile } from "../../../sdk/sops/sops-file.ts";
import type { SopsComment, SopsMap, SopsValue } from "../../../sdk/sops/tree.ts";
import { temporaryFolder } from "../../tools/project.ts";
import { type AgeKey, newAgeKey } from "../cluster/encryption.ts";
import { runOrThrow } from "../cluster/tool.ts";

/** Keys of age, by the names that stand for them here. */
export type KeyName = "one" | "two" | "three" | "hybrid";

const keys = new Map<string, AgeKey>();
let folder: string;

/** Makes the keys and a folder for files, before the tests of a file. */
export function prepareSops(): void {
  beforeAll(async () => {
    folder = temporaryFolder(afterAll);
    for (const name of ["one", "two", "three"]) keys.set(name, await newAgeKey());
    keys.set("hybrid", await newAgeKey("-pq"));
  });
}

function keyNamed(name: string): AgeKey {
  const key = keys.get(name);
  if (key === undefined) throw new Error(`There is no key ${name}`);
  return key;
}

/** The text of a key file with some identities. */
export function keyFileOf(names: readonly KeyName[]): string {
  return names.map((name) => keyNamed(name).identity).join("\n");
}

/** A path for a file. */
export function newPath(): string {
  return join(folder, `${crypto.randomUUID()}.yaml`);
}

/** The settings of a rule, in which a key stands as `<name>`. */
type Settings = string;

/** How recipients are named, and whose identities are enough. */
export const RECIPIENTS: readonly (readonly [what: string, settings: Settings, identities: readonly KeyName[]])[] = [
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

/** How the values are chosen that are encrypted. */
export const SELECTORS: readonly (readonly [what: string, settings: Settings])[] = [
  ["everything", ""],
  ["encrypted_regex", "encrypted_regex: ^(data|stringData)$"],
  ["unencrypted_regex", "unencrypted_regex: ^(apiVersion|metadata|kind|type)$"],
  ["encrypted_suffix", "encrypted_suffix: ata"],
  ["unencrypted_suffix", "unencrypted_suffix: _unencrypted"],
  ["encrypted_comment_regex", 'encrypted_comment_regex: "^ encrypt:"'],
  ["unencrypted_comment_regex", 'unencrypted_comment_regex: "^ plain:"'],
  ["mac_only_encrypted", "{ encrypted_regex: ^(data|stringData)$, mac_only_encrypted: true }"],
];

/** A text with the recipients of keys in place of `<name>`. */
export function withKeys(text: string): string {
  return text.replace(/<(\w+)>/g, (_, name: string) => keyNamed(name).recipient);
}

/** A `.sops.yaml` with one rule, of settings each written as a map in a line or without its braces. */
export function configOf(...settings: readonly Settings[]): string {
  const parts = settings.filter(Boolean).map((text) => text.replace(/^\{ (.*) \}$/s, "$1"));
  return withKeys(`creation_rules: [{ ${parts.join(", ")} }]\n`);
}

/** The rule of a `.sops.yaml` that has one. */
export function ruleOf(config: string): SopsRule {
  const read = readSopsConfig(config);
  const rule = read.type === "read" ? ruleFor(read.config, "secret.yaml") : undefined;
  if (rule?.type !== "rule") throw new Error(`No rule is in:\n${config}${JSON.stringify(rule)}`);
  return rule;
}

function identitiesOf(names: readonly KeyName[]): readonly string[] {
  return keyFileOf(names).match(/^AGE-SECRET-KEY-\S+$/gm) ?? [];
}

/** Has sops encrypt a text. */
export async function encryptedBySops(
  text: string,
  config: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const path = newPath();
  writeFileSync(path, config);
  return runOrThrow("sops", ["--config", path, "encrypt", "--filename-override=secret.yaml"], { input: text, env });
}

/** Runs sops on a file with somebody's identities, and gives the file. */
export async function changedBySops(text: string, args: readonly string[], names: readonly KeyName[]): Promise<string> {
  const path = newPath();
  writeFileSync(path, text);
  await runOrThrow(
    "sops",
    args.map((arg) => (arg === "FILE" ? path : arg)),
    { env: withIdentities(names) },
  );
  return readFileSync(path, "utf8");
}

/** The environment of somebody with some identities. */
export function withIdentities(names: readonly KeyName[]): Readonly<Record<string, string>> {
  return { SOPS_AGE_KEY: identitiesOf(names).join("\n") };
}

/** What makes sops decrypt its input. */
export function decryptArguments(...args: readonly string[]): readonly string[] {
  return ["decrypt", "--input-type=yaml", ...args, "--filename-override=secret.yaml"];
}

/** Has sops decrypt a text, and gives the data. */
export async function decryptedBySops(text: string, names: readonly KeyName[]): Promise<unknown> {
  const args = decryptArguments("--output-type=json");
  return JSON.parse(await runOrThrow("sops", args, { input: text, env: withIdentities(names) }));
}

/** Encrypts a manifest in process. */
export async function sealedHere(manifest: object, rule: SopsRule): Promise<string> {
  const dataKey = newDataKey();
  const wrapped = await wrapForAge(dataKey, rule);
  return emitYaml(encryptManifest({ manifest, rule, dataKey, keys: wrapped, lastModified: new Date() }));
}

/** Reads a file that has to be one of SOPS. */
export function fileOf(text: string): SopsFile {
  const read = readSopsFile(text);
  if (read.type !== "read") throw new Error(`Not read: ${JSON.stringify(read)}`);
  return read.file;
}

/** Finds a file's data key. */
export async function keyOf(file: SopsFile, names: readonly KeyName[]): Promise<Uint8Array> {
  const dataKey = await unwrapWithAge(file, identitiesOf(names));
  if (dataKey === undefined) throw new Error("No data key is found");
  return dataKey;
}

/** Decrypts a text in process, and looks at its code. */
export async function decryptedHere(text: string, names: readonly KeyName[]): Promise<readonly SopsMap[]> {
  const file = fileOf(text);
  const result = decryptFile(file, await keyOf(file, names));
  if (result.type === "failed") throw new Error(`Not decrypted: ${result.reason} at ${result.path.join(".")}`);
  expect(result.isMacRight).toBe(true);
  expect(plainValues(file)).toEqual([]);
  return result.documents;
}

/** Reads the documents of a text. */
export function documentsOf(text: string): readonly SopsMap[] {
  const read = readTree(text);
  if (read.type === "invalid") throw new Error(read.problem.message);
  return read.documents;
}

/** The texts of all comments, in any order: what prints a file may move them. */
export function commentsOf(documents: readonly (SopsValue | SopsComment)[]): readonly string[] {
  const found = documents.flatMap((value): readonly string[] => {
    if (value.type === "comment") return [value.text];
    if (value.type === "list") return commentsOf(value.items);
    if (value.type !== "map") return [];
    return value.items.flatMap((item) => commentsOf([item.type === "entry" ? item.value : item]));
  });
  return found.toSorted();
}
