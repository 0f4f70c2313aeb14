import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { View } from "../../../sdk/compile/view.ts";
import {
  basicAuthSecret,
  bucketSecret,
  cluster,
  cosignSecret,
  directory,
  encryptedFile,
  fromEnv,
  githubAppSecret,
  gitSshSecret,
  gitVerificationSecret,
  kubeConfigSecret,
  providerSecret,
  proxySecret,
  type ResourceOptions,
  registrySecret,
  type Secret,
  secret,
  secretValue,
  sopsKeysSecret,
  substitution,
  tlsSecret,
  valuesSecret,
  variablesSecret,
  webhookTokenSecret,
} from "../../../sdk/index.ts";
import type { ReadSecret } from "../../../sdk/model/secret-value.ts";
import { certificate } from "../../tools/certificate.ts";
import { newPublicLine, openSshKey } from "../../tools/ssh-keys.ts";
import { compile, type Outcome } from "./compile-fleet.ts";
import { applying } from "./small-resources.ts";

const SEALED: View = {
  files: new Map(),
  folders: new Map(),
  encryptedFiles: new Map(),
  sealing: () => ({ type: "sealed", config: ".sops.yaml" }),
};
const at: ResourceOptions = { namespace: "default" };

const one = generateKeyPairSync("ec", { namedCurve: "P-256" });
const other = generateKeyPairSync("ec", { namedCurve: "P-256" });
const pem = (key: typeof one.privateKey): string => key.export({ format: "pem", type: "pkcs8" }).toString();
const signed = certificate(one.publicKey, one.privateKey);
const identity = openSshKey(generateKeyPairSync("ed25519").publicKey);

/** What the environment of a test holds. */
const environment: Readonly<Record<string, string>> = {
  CANARY: "canary-value",
  NUMBER: "123",
  PEM: pem(one.privateKey),
};
const readSecret: ReadSecret = (origin) => {
  const text = origin.type === "env" ? environment[origin.name] : undefined;
  return text === undefined ? { type: "absent", reason: "it is not there", origin } : { type: "text", text };
};

function compiled(made: Secret, read: ReadSecret | undefined = readSecret): Outcome {
  const clusters = cluster("test", { path: "clusters/test", flux: "2.9", resources: made, decryption: true });
  return compile(clusters, { readSecret: read }, SEALED);
}

/** `code key` of everything that is said. */
function saidOf(made: Secret, read?: ReadSecret): readonly string[] {
  const { diagnostics } = compiled(made, read);
  expect(JSON.stringify(diagnostics)).not.toContain("canary-value");
  return diagnostics.map(({ code, path }) => `${code.replace("secret/", "")} ${path?.[1]}`).sort();
}

// What a program without types may leave out or add.
const untyped = <T>(keys: object): T => keys as T;
const env = fromEnv("CANARY");

describe("a Secret that its use can read", () => {
  const cases: readonly [name: string, made: Secret][] = [
    [
      "git over SSH",
      gitSshSecret("a", { identity: secretValue(identity), known_hosts: `git.example.com ${newPublicLine()}` }, at),
    ],
    ["a login", basicAuthSecret("a", { username: "flux", password: env }, at)],
    [
      "a GitHub App without its values",
      githubAppSecret(
        "a",
        { githubAppID: fromEnv("NONE"), githubAppInstallationOwner: "acme", githubAppPrivateKey: fromEnv("NONE") },
        at,
      ),
    ],
    ["a client", tlsSecret("a", { "tls.crt": signed, "tls.key": fromEnv("PEM"), "ca.crt": signed }, at)],
    ["an authority", tlsSecret("a", { "ca.crt": signed }, at)],
    ["a registry", registrySecret("a", { "ghcr.io": { username: "flux", password: env } }, at)],
    ["a proxy", proxySecret("a", { address: "http://proxy.example.com:3128" }, at)],
    ["a bucket", bucketSecret("a", { accesskey: "a", secretkey: env }, at)],
    ["a storage account", bucketSecret("a", { accountKey: "YQ==" }, at)],
    ["variables", variablesSecret("a", { DOMAIN: "example.com", TOKEN: env }, at)],
    ["values", valuesSecret("a", { "values.yaml": { password: env, domain: substitution("DOMAIN") } }, at)],
    ["headers", providerSecret("a", "generic", { headers: { Authorization: env } }, at)],
    [
      "an address that is no URL",
      providerSecret("a", "azureeventhub", { address: "Endpoint=sb://a/;EntityPath=b" }, at),
    ],
    ["bytes", secret("a", { data: { "a.bin": "AAEC", text: fromEnv("NONE") } }, at)],
  ];
  test.each(cases)("%s", (_, made) => {
    expect(saidOf(made)).toEqual([]);
  });
});

describe("a Secret that its use cannot read", () => {
  const cases: readonly [name: string, made: Secret, ...said: string[]][] = [
    ["no identity", gitSshSecret("a", untyped({ known_hosts: `a ${newPublicLine()}` }), at), "missing-key identity"],
    [
      "another identity",
      gitSshSecret("a", { identity: env, known_hosts: env }, at),
      "content identity",
      "content known_hosts",
    ],
    ["half a login", basicAuthSecret("a", untyped({ username: "flux" }), at), "missing-key password"],
    ["half a pair", tlsSecret("a", untyped({ "tls.crt": signed }), at), "missing-key tls.key"],
    [
      "another key",
      tlsSecret("a", { "tls.crt": signed, "tls.key": secretValue(pem(other.privateKey)) }, at),
      "content tls.key",
    ],
    ["no certificate", tlsSecret("a", { "ca.crt": env }, at), "content ca.crt"],
    [
      "no number",
      githubAppSecret(
        "a",
        { githubAppID: env, githubAppInstallationID: fromEnv("NUMBER"), githubAppPrivateKey: fromEnv("PEM") },
        at,
      ),
      "content githubAppID",
      "content githubAppPrivateKey",
    ],
    [
      "both installations",
      githubAppSecret(
        "a",
        untyped({
          githubAppID: "1",
          githubAppInstallationID: "2",
          githubAppInstallationOwner: "acme",
          githubAppPrivateKey: fromEnv("NONE"),
        }),
        at,
      ),
      "content githubAppInstallationOwner",
    ],
    [
      "no installation",
      githubAppSecret("a", untyped({ githubAppID: "1", githubAppPrivateKey: fromEnv("NONE") }), at),
      "missing-key githubAppInstallationOwner",
    ],
    ["an address", proxySecret("a", { address: env }, at), "content address"],
    ["half an access key", bucketSecret("a", untyped({ accesskey: "a" }), at), "missing-key secretkey"],
    ["half a principal", bucketSecret("a", untyped({ tenantId: "t", clientSecret: env }), at), "missing-key clientId"],
    ["an account key", bucketSecret("a", { accountKey: env }, at), "content accountKey"],
    ["a service account", bucketSecret("a", { serviceaccount: env }, at), "content serviceaccount"],
    ["no keys", gitVerificationSecret("a", {}, at), "missing-key *.asc"],
    ["no public key", cosignSecret("a", { "cosign.pub": env }, at), "content cosign.pub"],
    [
      "no key of SOPS",
      sopsKeysSecret("a", { "age.agekey": env, "sops.gcp-kms": env, "sops.aws-kms": env }, at),
      "content age.agekey",
      "content sops.aws-kms",
      "content sops.gcp-kms",
    ],
    ["half of gcr's", webhookTokenSecret("a", untyped({ token: env, email: "e" }), at), "missing-key audience"],
    ["no headers", providerSecret("a", "generic", { headers: env }, at), "content headers"],
    ["no kubeconfig", kubeConfigSecret("a", { value: env }, at), "content value"],
    ["no name of a variable", variablesSecret("a", { "api-token": env }, at), "content api-token"],
    ["no key of a Secret", variablesSecret("a", { "a b": env }, at), "content a b"],
    ["values", valuesSecret("a", { "values.yaml": env }, at), "content values.yaml"],
    ["no base64", secret("a", { data: { token: env } }, at), "content token"],
    [
      "a type without its keys",
      secret("a", { type: "kubernetes.io/ssh-auth", stringData: { identity: "a" } }, at),
      "missing-key ssh-privatekey",
    ],
    [
      "a login of nobody",
      secret("a", { type: "kubernetes.io/basic-auth", stringData: { token: "a" } }, at),
      "missing-key username",
    ],
    [
      "a type that nobody reads",
      secret("a", { stringData: { ".dockerconfigjson": fromEnv("NONE") } }, at),
      "wrong-type .dockerconfigjson",
    ],
  ];
  test.each(cases)("%s", (_, made, ...said) => {
    expect(saidOf(made)).toEqual(said);
  });
});

describe("what is not known is not judged", () => {
  const made = gitSshSecret("a", { identity: env, known_hosts: env }, at);

  test("nobody reads it", () => {
    const clusters = cluster("test", { path: "clusters/test", flux: "2.9", resources: made, decryption: true });
    expect(compile(clusters, {}, SEALED).codes).toEqual([]);
  });

  test("it is not there", () => {
    expect(saidOf(made, (origin) => ({ type: "absent", reason: "it is not there", origin }))).toEqual([]);
  });

  test("Flux fills it in", () => {
    const filled = proxySecret("a", { address: substitution("PROXY") }, at);
    const proxy = proxySecret("b", { address: `${substitution("PROXY")}` }, at);
    const apps = applying("apps", directory("apps", [filled, proxy]), {
      postBuild: { substitute: { PROXY: "http://proxy.example.com" } },
      decryption: { provider: "sops" },
    });
    const clusters = cluster("test", { path: "clusters/test", flux: "2.9", resources: apps, decryption: true });
    expect(compile(clusters, { readSecret }, SEALED).codes).not.toContain("secret/content");
  });

  test("others write into it", () => {
    const annotations = { "kustomize.toolkit.fluxcd.io/ssa": "Merge" };
    const partly = secret("a", { type: "kubernetes.io/tls", stringData: { "ca.crt": signed } }, { ...at, annotations });
    expect(saidOf(partly)).toEqual([]);
  });

  test("it is in a file", () => {
    const file = encryptedFile("a", "a.sops.yaml", { namespace: "default" });
    const clusters = cluster("test", { path: "clusters/test", flux: "2.9", resources: file, decryption: true });
    expect(compile(clusters, { readSecret }, SEALED).codes).not.toContain("secret/missing-key");
  });
});

test("it is shown where the author wrote it", () => {
  const { diagnostics } = compiled(proxySecret("a", { address: env }, at));
  expect(diagnostics).toMatchObject([
    { path: ["stringData", "address"], isConfidential: true, resource: { kind: "Secret", name: "a" } },
  ]);
});
