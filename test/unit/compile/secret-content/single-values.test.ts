import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { checkAddress } from "../../../../sdk/compile/secret-content/address.ts";
import { checkAgeIdentities } from "../../../../sdk/compile/secret-content/age-identities.ts";
import { checkAuthorizedKeys } from "../../../../sdk/compile/secret-content/authorized-keys.ts";
import { checkGoogleCredentials, checkJsonObject } from "../../../../sdk/compile/secret-content/json-content.ts";
import { checkKubeConfig } from "../../../../sdk/compile/secret-content/kubeconfig.ts";
import { checkNumber, checkSingleLine, checkVariableName } from "../../../../sdk/compile/secret-content/single-line.ts";
import {
  checkAwsKms,
  checkAzureKeyVault,
  checkHeaders,
  checkYamlMap,
} from "../../../../sdk/compile/secret-content/yaml-content.ts";
import { newPublicLine } from "../../../tools/ssh-keys.ts";

const about = { key: "key" };
const readYaml = (text: string): readonly unknown[] | undefined => {
  const documents = parseAllDocuments(text, { logLevel: "silent" });
  return documents.some(({ errors }) => errors.length > 0) ? undefined : documents.map((document) => document.toJS());
};
const yaml = { key: "key", readYaml };

/** What is right, and what is wrong, by a word of what is said of it. */
interface Table {
  readonly check: (text: string) => { readonly message: string; readonly severity?: "warning" | undefined } | undefined;
  readonly right: readonly string[];
  readonly wrong: readonly (readonly [text: string, words: string, severity?: "warning"])[];
}

const tables: Readonly<Record<string, Table>> = {
  "a token": {
    check: (text) => checkSingleLine(text, about),
    right: ["canary", " canary ", "two\nlines"],
    wrong: [
      ["", "empty", "warning"],
      ["canary\n", "line break", "warning"],
      ["canary\r\n", "line break", "warning"],
    ],
  },
  "a number": {
    check: (text) => checkNumber(text, about),
    right: ["123456"],
    wrong: [
      ["123456\n", "white space"],
      ["", "no number"],
      ["canary", "no number"],
      ["12.5", "no number"],
    ],
  },
  "the name of a variable": {
    check: checkVariableName,
    right: ["DOMAIN", "_a1", "lower_case"],
    wrong: [
      ["api-token", "name of a variable"],
      ["1st", "name of a variable"],
      ["a.b", "name of a variable"],
    ],
  },
  "the address of a proxy": {
    check: (text) => checkAddress(text, { key: "address", schemes: ["http", "https", "socks5"] }),
    right: ["http://proxy.example.com:3128", "socks5://10.0.0.1", "HTTPS://proxy.example.com"],
    wrong: [
      ["", "empty"],
      ["canary.example.com:3128", "start with"],
      ["ftp://canary.example.com", "start with"],
      ["http://", "no URL"],
      ["http://canary.example.com\n", "line break"],
      [`http://canary.example.com/${"a".repeat(2048)}`, "longer"],
    ],
  },
  "the address of a provider": {
    check: (text) => checkAddress(text, { key: "address" }),
    right: [
      "https://hooks.example.com/T0/B0",
      "project-id",
      "nats://a:4222,nats://b:4222",
      "Endpoint=sb://x.servicebus.windows.net/;EntityPath=a",
    ],
    wrong: [["https://canary example.com", "no URL"]],
  },
  "identities of age": {
    check: (text) => checkAgeIdentities(text, about),
    right: ["# a plugin's\nAGE-PLUGIN-YUBIKEY-1XXXX\n"],
    wrong: [
      ["# nothing\n", "no identity"],
      ["age1ms66c6lzvryh2n5crr2ss25t7s3mxvkt3dff85csl5y3vy672ugq54lcrj", "public"],
      [" AGE-PLUGIN-CANARY-1", "line 1"],
      [`AGE-SECRET-KEY-1${"Q".repeat(58)}`, "mistyped"],
    ],
  },
  "public keys of SSH": {
    check: (text) => checkAuthorizedKeys(text, about),
    right: [newPublicLine(), `# me\nno-pty,command="a b" ${newPublicLine()} me@example.com\n`],
    wrong: [
      ["", "no public key"],
      ["ssh-ed25519 canary", "no public key"],
      [`${newPublicLine()}\ncanary`, "line 2"],
      ["-----BEGIN OPENSSH PRIVATE KEY-----", "private key"],
    ],
  },
  "a JSON object": {
    check: (text) => checkJsonObject(text, about),
    right: ["{}"],
    wrong: [
      ["[]", "JSON"],
      ["canary", "JSON"],
    ],
  },
  "credentials of Google": {
    check: (text) => checkGoogleCredentials(text, about),
    right: ['{"type": "external_account"}'],
    wrong: [
      ["canary", "JSON"],
      ['{"canary": 1}', '"type"'],
      ['{"type": "service_account", "client_email": "canary@example.com"}', '"private_key"'],
      ['{"type": "service_account", "client_email": "a", "private_key": "canary"}', '"private_key"'],
    ],
  },
  headers: {
    check: (text) => checkHeaders(text, yaml),
    right: ["Authorization: Bearer x", '{"A": "b"}'],
    wrong: [
      ["canary", "map"],
      ["X-Count: 12", "no text"],
      ["X: {canary: 1}", "no text"],
      ["a: b: c", "map"],
    ],
  },
  "values of a chart": {
    check: (text) => checkYamlMap(text, yaml),
    right: ["", "a: 1", "# only a comment", "{}", "a: 1\n---\nb: 2"],
    wrong: [
      ["- canary", "map", "warning"],
      ["canary", "map", "warning"],
      ["a: [", "map", "warning"],
    ],
  },
  "credentials of AWS": {
    check: (text) => checkAwsKms(text, yaml),
    right: ["aws_access_key_id: a\naws_secret_access_key: b"],
    wrong: [
      ["aws_access_key_id: canary", "aws_secret_access_key"],
      ["canary", "aws_access_key_id"],
    ],
  },
  "credentials of Azure": {
    check: (text) => checkAzureKeyVault(text, yaml),
    right: ["clientId: a", "tenantId: t\nclientId: c\nclientSecret: s", "appId: a\ntenant: t\npassword: p"],
    wrong: [
      ["tenantId: canary", "no login"],
      ["canary", "map"],
    ],
  },
};

describe.each(Object.entries(tables))("%s", (_, { check, right, wrong }) => {
  test.each(right)("%j is right", (text) => {
    expect(check(text)).toBeUndefined();
  });

  test.for(wrong)("%j is not", ([text, words, severity]) => {
    const problem = check(text);
    expect(problem?.message).toContain(words);
    expect(problem?.severity).toBe(severity);
    expect(JSON.stringify(problem).toLowerCase()).not.toContain("canary");
  });
});

describe("a kubeconfig", () => {
  const config = (cluster: object, user: object): string =>
    JSON.stringify({
      apiVersion: "v1",
      kind: "Config",
      "current-context": "a",
      contexts: [{ name: "a", context: { cluster: "c", user: "u" } }],
      clusters: [{ name: "c", cluster: { server: "https://api.example.com:6443", ...cluster } }],
      users: [{ name: "u", user }],
    });
  const token = { token: "canary" };
  const cases: readonly (readonly [name: string, text: string, words?: string, severity?: "warning"])[] = [
    ["whole", config({ "certificate-authority-data": "YQ==" }, token)],
    ["with a certificate", config({}, { "client-certificate-data": "YQ==", "client-key-data": "YQ==" })],
    ["with a file beside the data", config({}, { "client-certificate": "a", "client-certificate-data": "YQ==" })],
    ["words", "canary", "YAML"],
    ["without contexts", "apiVersion: v1\nkind: Config", "current-context"],
    [
      "with another context",
      config({}, token).replace('"current-context":"a"', '"current-context":"canary"'),
      "context",
    ],
    ["without a server", config({ server: undefined }, token), "server"],
    ["with a program", config({}, { exec: { command: "canary" } }), "exec", "warning"],
    ["with a file", config({}, { "client-certificate": "/canary" }), "client-certificate", "warning"],
    ["with a file to trust", config({ "certificate-authority": "/canary" }, token), "certificate-authority", "warning"],
    ["without a check", config({ "insecure-skip-tls-verify": true }, token), "certificates", "warning"],
    ["on this machine", config({ server: "https://127.0.0.1:6443" }, token), "machine", "warning"],
    ["with what is gone", config({}, { "auth-provider": { name: "gcp" } }), "auth-provider", "warning"],
  ];
  test.for(cases)("%s", ([, text, words, severity]) => {
    const problem = checkKubeConfig(text, yaml);
    if (words === undefined) expect(problem).toBeUndefined();
    else expect(problem?.message).toContain(words);
    expect(problem?.severity).toBe(severity);
    expect(JSON.stringify(problem ?? "")).not.toContain("canary");
  });
});
