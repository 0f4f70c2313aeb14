import { describe, expect, test } from "vitest";
import { knownKinds } from "../../../sdk/authoring/known-kinds.ts";
import { checkText } from "../../../sdk/cli/check/yaml/check-text.ts";
import { sealedFileCheck } from "../../../sdk/cli/check/yaml/sealed-files.ts";
import { ageKey } from "../sops/age-keys.ts";
import { ageRule, sealed } from "../sops/sealed-file.ts";

const PASSWORD = "correct-horse-battery";
const VARIABLE = "$".concat("{PASSWORD}");
const kinds = knownKinds();

/** Severity, code, line and column of what is found; nothing of it may show the password. */
function found(text: string): readonly string[] {
  const { diagnostics } = checkText(
    { name: "a.yaml", text, isNamed: true },
    { kinds, flux: undefined, isComplete: false, checkSealedFile: sealedFileCheck(kinds) },
  );
  expect(JSON.stringify(diagnostics)).not.toContain(PASSWORD);
  for (const { code, places } of diagnostics)
    if (/^(?:secret|sops)/.test(code)) expect(places[0]?.lineText).toBe(undefined);
  return diagnostics.map(
    ({ severity, code, places: [place] }) => `${severity} ${code} ${place?.line}:${place?.column}`,
  );
}

const secret = (body: string): string =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\n  namespace: apps\n${body}`;
const base64 = (text: string): string => Buffer.from(text).toString("base64");
const CERTIFICATE = "-----BEGIN CERTIFICATE-----\nMAo=\n-----END CERTIFICATE-----\n";
const HOST_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

describe("a Secret that anybody can read is an error, at its first value", () => {
  test.each<[string, string, readonly string[]]>([
    ["text", `stringData:\n  password: ${PASSWORD}\n`, ["error secret/plaintext 7:3"]],
    ["base64", `data:\n  password: ${base64(PASSWORD)}\n`, ["error secret/plaintext 7:3"]],
    [
      "what should be base64",
      `data:\n  password: ${PASSWORD}\n`,
      ["error schema/pattern 7:13", "error secret/plaintext 7:3"],
    ],
    [
      "behind a user's name",
      `stringData:\n  url: https://a\n  password: "${PASSWORD}"\n`,
      ["error secret/plaintext 7:3"],
    ],
    ["a number", "stringData:\n  pin: 123456\n", ["error schema/type 7:8", "error secret/plaintext 7:3"]],
    [
      "a private key behind a certificate",
      `stringData:\n  a: |\n    ${`${CERTIFICATE}-----BEGIN PRIVATE KEY-----\nMAo=\n-----END PRIVATE KEY-----`.replaceAll("\n", "\n    ")}\n`,
      ["error secret/plaintext 7:3"],
    ],
    [
      "a password below a certificate",
      `stringData:\n  a: |\n    ${CERTIFICATE.replaceAll("\n", "\n    ")}${PASSWORD}\n`,
      ["error secret/plaintext 7:3"],
    ],
  ])("%s", (_, body, expected) => {
    expect(found(secret(body))).toEqual(expected);
  });

  test("in a list too", () => {
    const text = `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  metadata: { name: a }\n  stringData: { password: ${PASSWORD} }\n`;
    expect(found(text)).toEqual(["error secret/plaintext 7:17"]);
  });

  test("settings in which nothing is called like a secret are a warning", () => {
    const settings = "stringData:\n  a.yaml: |\n    port: 80\n    host: a\n";
    expect(found(secret(settings))).toEqual(["warning secret/plaintext 7:3"]);
    expect(found(secret(`# sluice-silence: secret/plaintext\n${settings}`))).toEqual([]);
    expect(found(secret(settings.replace("port: 80", `password: ${PASSWORD}`)))).toEqual([
      "error secret/plaintext 7:3",
    ]);
  });
});

describe("no word is said of", () => {
  test.each([
    ["a Secret without values", "type: Opaque\n"],
    ["empty values", 'stringData:\n  a: ""\n  b: null\n'],
    ["variables of Flux", `stringData:\n  a: ${VARIABLE}\n  b: https://user:${VARIABLE}@host\n`],
    ["variables in base64", `data:\n  a: ${base64(VARIABLE)}\n`],
    ["templates", 'stringData:\n  a: "{{ .password }}"\n'],
    ["references that another tool follows", "stringData:\n  a: op://vault/item/field\n  b: ref+vault://a/b\n"],
    ["what a person fills in", "stringData:\n  a: <your token>\n  b: CHANGE_ME\n  c: changeme\n"],
    ["what flux build prints of Secrets", `data:\n  a: ${base64("***SOPS***")}\n`],
    ["certificates", `data:\n  ca.crt: ${base64(CERTIFICATE + CERTIFICATE)}\n`],
    ["keys of hosts", `stringData:\n  known_hosts: github.com ${HOST_KEY}\n`],
    ["public keys", `stringData:\n  a.sshpub: ${HOST_KEY} me\n`],
  ])("%s", (_, body) => {
    expect(found(secret(body))).toEqual([]);
  });

  test.each([
    "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: { name: a }\nspec: { encryptedData: { a: AgBy } , template: { data: { a: b } } }\n",
    "apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: a }\nspec: { target: { template: { data: { a: b } } } }\n",
    "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { a: b }\n",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

test("no line is shown of a Secret that is no YAML", () => {
  const text = secret(`stringData:\n  password: "${PASSWORD}\n`);
  expect(found(text)).toEqual([expect.stringContaining("error yaml/invalid")]);
  const twice = secret(`stringData:\n  a: x\n  a: ${PASSWORD}\n`);
  expect(found(twice)).toEqual([expect.stringContaining("error yaml/duplicate-key")]);
});

describe("an encrypted file", () => {
  const MANIFEST = {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "a", namespace: "apps" },
    stringData: { password: PASSWORD, user: "me" },
  };
  const encrypt = async (...settings: readonly string[]): Promise<string> =>
    (await sealed(MANIFEST, ageRule((await ageKey()).recipient, ...settings))).text;
  const ONLY_VALUES = "encrypted_regex: ^(data|stringData)$";

  test("that is whole", async () => {
    expect(found(await encrypt(ONLY_VALUES))).toEqual([]);
  });

  test.each<[string, (text: string) => string, readonly string[]]>([
    ["without a code", (text) => text.replace(/^ {2}mac: .*\n/m, ""), ["error sops/broken"]],
    ["without recipients", (text) => text.replace(/^ {2}age:\n(?: {4}.*\n)+/m, ""), ["error sops/broken"]],
    ["without a time", (text) => text.replace(/^ {2}lastmodified: .*\n/m, ""), ["error sops/broken"]],
    [
      "with a value in plain text",
      (text) => text.replace(/^ {2}password: .*$/m, `  password: ${PASSWORD}`),
      ["error secret/not-encrypted 7:3"],
    ],
    [
      "with a value more",
      (text) => text.replace(/^stringData:\n/m, `stringData:\n  more: ${PASSWORD}\n`),
      ["error secret/not-encrypted 7:3"],
    ],
  ])("%s", async (_, change, expected) => {
    const text = await encrypt(ONLY_VALUES);
    const changed = change(text);
    expect(changed).not.toBe(text);
    expect(found(changed)).toEqual(expected.map((part) => expect.stringContaining(part)));
  });

  test.each<[string, string, readonly string[]]>([
    ["nothing of it", "encrypted_regex: ^other$", ["error secret/not-encrypted 7:3"]],
    ["not its password", "encrypted_regex: ^user$", ["warning secret/not-encrypted 7:3"]],
    ["not its user, which is meant", "encrypted_regex: ^password$", []],
    ["all of it", "unencrypted_suffix: _plain", ["error sops/whole-object 1:13"]],
  ])("of which is encrypted: %s", async (_, setting, expected) => {
    expect(found(await encrypt(setting))).toEqual(expected);
  });
});
