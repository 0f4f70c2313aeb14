/** Secrets and ConfigMaps, with whether the API server refuses them: asked in the lab. */
export interface ContentCase {
  readonly name: string;
  readonly object: Readonly<Record<string, unknown>>;
  readonly isRefused: boolean;
}

const LONG = "k".repeat(253);
const BIG = "x".repeat(2 ** 20);
const CONFIG = '{"auths":{}}';

type Body = Readonly<Record<string, unknown>>;

const SECRETS: readonly (readonly [name: string, body: Body, isRefused: boolean])[] = [
  ["nothing", {}, false],
  ["text", { stringData: { a: "b" } }, false],
  ["bytes", { data: { a: "YQ==" } }, false],
  ["bytes over two lines", { data: { a: "YW\nJj" } }, false],
  ["nothing under a key", { stringData: { a: "" }, data: { b: "" } }, false],
  ["null under a key", { stringData: { a: null }, data: { b: null } }, false],
  ["no base64", { data: { a: "secret!" } }, true],
  ["base64 without its padding", { data: { a: "YQ" } }, true],
  ["base64 for URLs", { data: { a: "_-==" } }, true],
  ["base64 with a space", { data: { a: "YQ= =" } }, true],
  ["a number", { stringData: { a: 5 } }, true],
  ["a boolean", { stringData: { a: true } }, true],
  ["a number for bytes", { data: { a: 5 } }, true],
  ["a list", { stringData: { a: ["b"] } }, true],
  ["a map", { stringData: { a: { b: "c" } } }, true],
  ["text for all", { stringData: "a" }, true],
  ["an unknown field", { strngData: { a: "b" } }, true],
  ["a spec", { spec: {} }, true],
  ["a type that is no text", { type: 5 }, true],
  ["immutable as text", { immutable: "true" }, true],
  ["immutable", { immutable: true, data: { a: "YQ==" } }, false],
  ["one key twice", { stringData: { a: "b" }, data: { a: "YQ==" } }, false],
  ["a key of all characters", { stringData: { "a-B_1.c": "b" } }, false],
  ["a hidden key", { stringData: { ".dockerconfigjson": "b" } }, false],
  ["a key with a slash", { stringData: { "a/b": "c" } }, true],
  ["a key with a space", { stringData: { "a b": "c" } }, true],
  ["an empty key", { stringData: { "": "c" } }, true],
  ["the key .", { stringData: { ".": "c" } }, true],
  ["the key ..", { stringData: { "..": "c" } }, true],
  ["a key that starts with ..", { stringData: { "..a": "c" } }, true],
  ["a key that ends with ..", { stringData: { "a..": "c" } }, false],
  ["a long key", { stringData: { [LONG]: "c" } }, false],
  ["a key that is too long", { stringData: { [`${LONG}k`]: "c" } }, true],
  ["1 MiB", { stringData: { a: BIG } }, false],
  ["more than 1 MiB", { stringData: { a: BIG, b: "x" } }, true],
  ["more than 1 MiB of bytes", { data: { a: Buffer.from(`${BIG}x`).toString("base64") } }, true],
  ["any type", { type: "acme.example/own" }, false],
  ["tls", { type: "kubernetes.io/tls", stringData: { "tls.crt": "a", "tls.key": "b" } }, false],
  [
    "tls in both fields",
    { type: "kubernetes.io/tls", stringData: { "tls.crt": "a" }, data: { "tls.key": "Yg==" } },
    false,
  ],
  ["tls with empty values", { type: "kubernetes.io/tls", stringData: { "tls.crt": "", "tls.key": "" } }, false],
  ["tls without a key", { type: "kubernetes.io/tls", stringData: { "tls.crt": "a", "ca.crt": "b" } }, true],
  ["tls without anything", { type: "kubernetes.io/tls" }, true],
  ["dockerconfigjson", { type: "kubernetes.io/dockerconfigjson", stringData: { ".dockerconfigjson": CONFIG } }, false],
  [
    "dockerconfigjson that is a list",
    { type: "kubernetes.io/dockerconfigjson", stringData: { ".dockerconfigjson": "[]" } },
    true,
  ],
  [
    "dockerconfigjson that is no JSON",
    { type: "kubernetes.io/dockerconfigjson", stringData: { ".dockerconfigjson": "{" } },
    true,
  ],
  [
    "dockerconfigjson without its key",
    { type: "kubernetes.io/dockerconfigjson", stringData: { config: CONFIG } },
    true,
  ],
  ["dockercfg", { type: "kubernetes.io/dockercfg", stringData: { ".dockercfg": "{}" } }, false],
  ["dockercfg that is no JSON", { type: "kubernetes.io/dockercfg", stringData: { ".dockercfg": "a" } }, true],
  ["basic-auth", { type: "kubernetes.io/basic-auth", stringData: { username: "a" } }, false],
  ["basic-auth with a password alone", { type: "kubernetes.io/basic-auth", stringData: { password: "a" } }, false],
  ["basic-auth of other keys", { type: "kubernetes.io/basic-auth", stringData: { user: "a" } }, true],
  ["ssh-auth", { type: "kubernetes.io/ssh-auth", stringData: { "ssh-privatekey": "a" } }, false],
  ["ssh-auth without its key", { type: "kubernetes.io/ssh-auth", stringData: { identity: "a" } }, true],
  ["ssh-auth with an empty key", { type: "kubernetes.io/ssh-auth", stringData: { "ssh-privatekey": "" } }, true],
  ["a token without its account", { type: "kubernetes.io/service-account-token" }, true],
  [
    "a token",
    {
      type: "kubernetes.io/service-account-token",
      metadata: { name: "a", annotations: { "kubernetes.io/service-account.name": "b" } },
    },
    false,
  ],
];

const CONFIG_MAPS: readonly (readonly [name: string, body: Body, isRefused: boolean])[] = [
  ["nothing", {}, false],
  ["text and bytes", { data: { a: "b" }, binaryData: { b: "YQ==" } }, false],
  ["one key twice", { data: { a: "b" }, binaryData: { a: "YQ==" } }, true],
  ["no base64", { binaryData: { a: "b!" } }, true],
  ["a number", { data: { a: 5 } }, true],
  ["a boolean", { data: { a: false } }, true],
  ["a map", { data: { a: { b: "c" } } }, true],
  ["text of a Secret", { stringData: { a: "b" } }, true],
  ["a key with a slash", { data: { "a/b": "c" } }, true],
  ["a key that starts with ..", { binaryData: { "..a": "YQ==" } }, true],
  ["immutable as text", { immutable: "yes" }, true],
  ["1 MiB", { data: { a: BIG } }, false],
  ["more than 1 MiB in both fields", { data: { a: BIG }, binaryData: { b: "YQ==" } }, true],
];

/** All of them. */
export const CONTENT_CASES: readonly ContentCase[] = [
  ...SECRETS.map((found) => caseOf("Secret", ...found)),
  ...CONFIG_MAPS.map((found) => caseOf("ConfigMap", ...found)),
];

function caseOf(kind: string, name: string, body: Body, isRefused: boolean): ContentCase {
  return { name: `${kind}: ${name}`, object: { apiVersion: "v1", kind, metadata: { name: "a" }, ...body }, isRefused };
}
