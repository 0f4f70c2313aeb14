// What Sluice encrypts is decrypted by the real sops, which goes on with it; and what somebody changed is refused by both.

import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emitYaml } from "../../../sdk/emit/yaml/emit-yaml.ts";
import { decryptFile } from "../../../sdk/sops/decrypt.ts";
import { encryptManifest } from "../../../sdk/sops/encrypt.ts";
import { plainData } from "../../../sdk/sops/plain-data.ts";
import { nastyText, plainDocument } from "../../unit/emit/arbitrary-data.ts";
import { run } from "../cluster/tool.ts";
import {
  changedBySops,
  configOf,
  decryptArguments,
  decryptedBySops,
  decryptedHere,
  fileOf,
  keyOf,
  newPath,
  prepareSops,
  RECIPIENTS,
  ruleOf,
  SELECTORS,
  sealedHere,
  withIdentities,
} from "./sops-files.ts";

prepareSops();

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
    const config = newPath();
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
