// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are parts of programs, where they are filled in.
import { provider } from "../../../sdk/index.ts";

/** A place in a builder of Secrets that takes a secret: the call, with `VALUE` where it comes. */
export interface Slot {
  readonly builder: string;
  /** What is filled in: `password`. */
  readonly key: string;
  /** The arguments behind the name, as source text. */
  readonly args: string;
}

/** The keys of each builder, one list for each way to fill it in. A key that is not asked about holds a word. */
const KEYS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  basicAuthSecret: [["username", "password", "ca.crt", "tls.crt", "tls.key"]],
  bearerTokenSecret: [["bearerToken", "ca.crt", "tls.crt", "tls.key"]],
  bucketSecret: [
    ["accesskey", "secretkey"],
    ["serviceaccount"],
    ["tenantId", "clientId", "clientSecret", "authorityHost"],
    ["tenantId", "clientId", "clientCertificate", "clientCertificatePassword"],
    ["accountKey"],
    ["sasKey"],
  ],
  cosignSecret: [["cosign.pub"]],
  gitSigningSecret: [
    ["git.asc", "passphrase"],
    ["identity", "password"],
  ],
  gitSshSecret: [["identity", "known_hosts", "password", "identity.pub"]],
  gitVerificationSecret: [["me.asc", "you.sshpub"]],
  githubAppSecret: [
    [
      "githubAppID",
      "githubAppPrivateKey",
      "githubAppInstallationID",
      "githubAppBaseURL",
      "ca.crt",
      "tls.crt",
      "tls.key",
    ],
    ["githubAppID", "githubAppPrivateKey", "githubAppInstallationOwner"],
  ],
  kubeConfigSecret: [["value", "value.yaml"]],
  notationSecret: [["trustpolicy.json", "ca.crt", "ca.pem"]],
  proxySecret: [["address", "username", "password"]],
  sigstoreTrustedRootSecret: [["trusted_root.json"]],
  sopsKeysSecret: [["age.agekey", "me.asc", "sops.vault-token", "sops.aws-kms", "sops.azure-kv", "sops.gcp-kms"]],
  tlsSecret: [["ca.crt"], ["tls.crt", "tls.key", "ca.crt"]],
  valuesSecret: [["values.yaml", "single"]],
  variablesSecret: [["DOMAIN", "TOKEN"]],
  webhookTokenSecret: [["token"], ["token", "email", "audience"]],
};

/** Slots that lie deeper than the keys of a Secret. */
const DEEPER: readonly Slot[] = [
  { builder: "registrySecret", key: "username", args: '{ "ghcr.io": { username: VALUE, password: "p" } }' },
  { builder: "registrySecret", key: "password", args: '{ "ghcr.io": { username: "u", password: VALUE } }' },
  { builder: "valuesSecret", key: "values.yaml/a/b", args: '{ "values.yaml": { a: { b: VALUE, c: [VALUE] } } }' },
  {
    builder: "sopsKeysSecret",
    key: "sops.aws-kms/aws_secret_access_key",
    args: '{ "sops.aws-kms": { aws_access_key_id: "i", aws_secret_access_key: VALUE, aws_session_token: VALUE } }',
  },
  {
    builder: "sopsKeysSecret",
    key: "sops.azure-kv/clientSecret",
    args: '{ "sops.azure-kv": { tenantId: "t", clientId: "c", clientSecret: VALUE } }',
  },
  { builder: "secret", key: "stringData", args: "{ stringData: { a: VALUE, b: secretText`x${VALUE}y` } }" },
  { builder: "secret", key: "another type", args: '{ type: "acme.example/own", stringData: { a: VALUE } }' },
];

const PROVIDER_KEYS = ["address", "token", "username", "password", "ca.crt", "headers", "creds", "nkey"] as const;

function providerTypes(): readonly string[] {
  const spec = provider.definition.body?.().properties["spec"];
  const type = spec?.type === "object" ? spec.properties["type"] : undefined;
  if (type?.type !== "string" || type.enum === undefined) throw new Error("The types of a Provider are not found.");
  return type.enum.filter((value): value is string => typeof value === "string");
}

/** Every slot of every builder. */
export function slots(): readonly Slot[] {
  const ofKeys = Object.entries(KEYS).flatMap(([builder, lists]) =>
    lists.flatMap((keys) => keys.map((key) => ({ builder, key, args: objectWith(keys, key) }))),
  );
  const ofProviders = providerTypes().flatMap((type) => {
    const list = PROVIDER_KEYS.map((key) => ({
      builder: "providerSecret",
      key: `${type}/${key}`,
      args: `${JSON.stringify(type)}, ${objectWith([key], key)}`,
    }));
    const header = `${JSON.stringify(type)}, { headers: { Authorization: VALUE } }`;
    return [...list, { builder: "providerSecret", key: `${type}/headers/Authorization`, args: header }];
  });
  return [...ofKeys, ...DEEPER, ...ofProviders];
}

function objectWith(keys: readonly string[], filled: string): string {
  return `{ ${keys.map((key) => `${JSON.stringify(key)}: ${key === filled ? "VALUE" : '"word"'}`).join(", ")} }`;
}
