import { expect, test } from "vitest";
import { emitYaml } from "../../../sdk/emit/yaml/emit-yaml.ts";
import { unwrapWithAge, wrapForAge } from "../../../sdk/sops/age.ts";
import { newDataKey } from "../../../sdk/sops/data-key.ts";
import { decryptFile } from "../../../sdk/sops/decrypt.ts";
import { encryptManifest } from "../../../sdk/sops/encrypt.ts";
import { ageKey, hybridAgeKey } from "./age-keys.ts";
import { ageRule, sealed, sopsFile } from "./sealed-file.ts";

const SECRET = {
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "token", namespace: "apps" },
  immutable: true,
  stringData: { empty: "", lines: "one\ntwo\n", token: "opensesame" },
};

const SELECTOR = "encrypted_regex: ^(data|stringData)$";

test.each([
  ["X25519", ageKey],
  ["post-quantum", hybridAgeKey],
])("what is encrypted for a key of age (%s) is decrypted with it", async (_, makeKey) => {
  const key = await makeKey();
  const { text, dataKey } = await sealed(SECRET, ageRule(key.recipient, SELECTOR));
  expect(text).not.toContain("opensesame");
  expect(text).toContain("namespace: apps");
  const file = sopsFile(text);
  expect(await unwrapWithAge(file, [key.identity])).toEqual(dataKey);
  expect(decryptFile(file, dataKey)).toMatchObject({ type: "decrypted", data: [SECRET], isMacRight: true });
});

test("values that are the same keep their ciphertext, and a file that is the same keeps its bytes", async () => {
  const { recipient } = await ageKey();
  const rule = ageRule(recipient, SELECTOR);
  const { text, dataKey } = await sealed(SECRET, rule);
  const keys = await wrapForAge(dataKey, rule, sopsFile(text).metadata.keyGroups);
  const again = (manifest: object) =>
    emitYaml(
      encryptManifest({
        manifest,
        rule,
        dataKey,
        keys,
        lastModified: new Date(86_400_000),
        previous: { file: sopsFile(text), dataKey },
      }),
    );
  expect(again(SECRET)).toBe(text);
  const changed = again({ ...SECRET, stringData: { ...SECRET.stringData, token: "sesame" } });
  const lines = new Set(text.split("\n"));
  const different = changed.split("\n").filter((line) => !lines.has(line));
  expect(different.map((line) => line.trim().split(":")[0])).toEqual(["token", "lastmodified", "mac"]);
});

test("without the same data key, nothing of before is kept", async () => {
  const { recipient } = await ageKey();
  const rule = ageRule(recipient, SELECTOR);
  const { text, dataKey } = await sealed(SECRET, rule);
  const next = newDataKey();
  const manifest = encryptManifest({
    manifest: SECRET,
    rule,
    dataKey: next,
    keys: await wrapForAge(next, rule),
    lastModified: new Date(1000),
    previous: { file: sopsFile(text), dataKey },
  });
  const file = sopsFile(emitYaml(manifest));
  expect(decryptFile(file, next)).toMatchObject({ type: "decrypted", data: [SECRET], isMacRight: true });
  expect(decryptFile(file, dataKey)).toMatchObject({
    type: "failed",
    reason: "other-key",
    path: ["stringData", "lines"],
  });
});

test.each<[what: string, change: (text: string) => string]>([
  ["line ends of Windows", (text) => text.replaceAll("\n", "\r\n")],
  ["a byte order mark", (text) => `\ufeff${text}`],
  ["a marker of its start", (text) => `---\n${text}`],
  ["a comment", (text) => `# written by hand\n${text}`],
])("a file is the same with %s", async (_, change) => {
  const key = await ageKey();
  const { text } = await sealed(SECRET, ageRule(key.recipient, SELECTOR));
  const file = sopsFile(change(text));
  const dataKey = await unwrapWithAge(file, [key.identity]);
  expect(dataKey && decryptFile(file, dataKey)).toMatchObject({ type: "decrypted", data: [SECRET], isMacRight: true });
});
