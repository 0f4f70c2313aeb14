import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  basicAuthSecret,
  bearerTokenSecret,
  bucketSecret,
  cosignSecret,
  githubAppSecret,
  gitSigningSecret,
  gitSshSecret,
  gitVerificationSecret,
  kubeConfigSecret,
  notationSecret,
  providerSecret,
  proxySecret,
  registrySecret,
  type Secret,
  secretValue,
  sigstoreTrustedRootSecret,
  sopsKeysSecret,
  tlsSecret,
  valuesSecret,
  variablesSecret,
  webhookTokenSecret,
} from "../../../../sdk/index.ts";
import { marksOf } from "../../../../sdk/model/resource.ts";
import type { SecretUse } from "../../../../sdk/model/secret-use.ts";
import { callSiteOf } from "../../../../sdk/model/source-location.ts";

const value = secretValue("canary-value");
const opaque = undefined;
const pair = { "tls.crt": value, "tls.key": value };

const cases: readonly [use: SecretUse, made: Secret, type: string | undefined, keys: string][] = [
  ["git-ssh", gitSshSecret("a", { identity: value, known_hosts: "h" }), opaque, "identity identity.pub known_hosts"],
  [
    "basic-auth",
    basicAuthSecret("a", { username: "flux", password: value, ...pair }),
    "kubernetes.io/basic-auth",
    "password tls.crt tls.key username",
  ],
  ["bearer-token", bearerTokenSecret("a", { bearerToken: value, "ca.crt": "c" }), opaque, "bearerToken ca.crt"],
  [
    "github-app",
    githubAppSecret("a", { githubAppID: "1", githubAppInstallationID: "2", githubAppPrivateKey: value }),
    opaque,
    "githubAppID githubAppInstallationID githubAppPrivateKey",
  ],
  ["tls", tlsSecret("a", pair), "kubernetes.io/tls", "tls.crt tls.key"],
  ["tls", tlsSecret("a", { "ca.crt": value }), opaque, "ca.crt"],
  ["proxy", proxySecret("a", { address: value, username: "flux" }), opaque, "address username"],
  [
    "registry",
    registrySecret("a", { "ghcr.io": { username: "flux", password: value } }),
    "kubernetes.io/dockerconfigjson",
    ".dockerconfigjson",
  ],
  [
    "bucket",
    bucketSecret("a", { tenantId: "t", clientId: "c", clientSecret: value }),
    opaque,
    "clientId clientSecret tenantId",
  ],
  [
    "git-verification-keys",
    gitVerificationSecret("a", { "me.asc": value, "you.sshpub": value }),
    opaque,
    "me.asc you.sshpub",
  ],
  ["git-signing-key", gitSigningSecret("a", { "git.asc": value }), opaque, "git.asc"],
  ["cosign-keys", cosignSecret("a", { "cosign.pub": value }), opaque, "cosign.pub"],
  [
    "notation-trust",
    notationSecret("a", { "trustpolicy.json": "{}", "ca.crt": value }),
    opaque,
    "ca.crt trustpolicy.json",
  ],
  [
    "sigstore-trusted-root",
    sigstoreTrustedRootSecret("a", { "trusted_root.json": value }),
    opaque,
    "trusted_root.json",
  ],
  [
    "sops-keys",
    sopsKeysSecret("a", {
      "age.agekey": value,
      "sops.aws-kms": { aws_access_key_id: "i", aws_secret_access_key: value },
    }),
    opaque,
    "age.agekey sops.aws-kms",
  ],
  [
    "webhook-token",
    webhookTokenSecret("a", { token: value, email: "e", audience: "u" }),
    opaque,
    "audience email token",
  ],
  ["notification-provider", providerSecret("a", "generic", { headers: { Authorization: value } }), opaque, "headers"],
  ["kubeconfig", kubeConfigSecret("a", { value }), opaque, "value"],
  ["variables", variablesSecret("a", { DOMAIN: "example.com", TOKEN: value }), opaque, "DOMAIN TOKEN"],
  ["values", valuesSecret("a", { "values.yaml": { password: value }, single: value }), opaque, "single values.yaml"],
];

test.each(cases)("a Secret for %s", (use, made, type, keys) => {
  expect(made).toMatchObject({ apiVersion: "v1", kind: "Secret", metadata: { name: "a" } });
  expect(made.type).toBe(type);
  expect(
    Object.keys(made.stringData ?? {})
      .sort()
      .join(" "),
  ).toBe(keys);
  expect(marksOf(made).secretUse).toBe(use);
});

describe("what its author wrote is found", () => {
  test.each(cases)("of a Secret for %s", (_, made) => {
    expect(callSiteOf(made)?.holds?.[0]).toEqual(["metadata", "name"]);
    expect(callSiteOf(made)?.stack).toMatch(/^[^\n]*\n[^\n]*builders\.test\.ts/);
  });
});

describe("nobody sees", () => {
  test.each(cases)("what is in a Secret for %s", (_, made) => {
    const texts = [JSON.stringify(made), String(made), inspect(made, { depth: null, showHidden: true, getters: true })];
    texts.push(...Object.values(made.stringData ?? {}).map((held) => `${held} ${inspect(held, { showHidden: true })}`));
    expect(texts.join("\n")).toContain("[secret]");
    expect(texts.join("\n")).not.toContain("canary-value");
  });
});

test("a program without types gets an object, whatever it gives", () => {
  // What a program in JavaScript may do.
  const nothing = undefined as never;
  for (const build of [gitSshSecret, registrySecret, sopsKeysSecret, tlsSecret, valuesSecret, variablesSecret]) {
    expect(build("a", nothing)).toMatchObject({ kind: "Secret" });
  }
  expect(providerSecret("a", "slack", nothing)).toMatchObject({ kind: "Secret" });
});
