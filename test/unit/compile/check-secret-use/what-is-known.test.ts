// What is not known is not judged, and what was built for another use is.
import { describe, expect, test } from "vitest";
import {
  basicAuthSecret,
  directory,
  encryptedFile,
  external,
  gitRepository,
  gitSshSecret,
  helmRelease,
  helmRepository,
  kubeConfigSecret,
  notationSecret,
  ociRepository,
  provider,
  proxySecret,
  type Resource,
  registrySecret,
  resource,
  secret,
  substitution,
  tlsSecret,
  valuesSecret,
  webhookTokenSecret,
} from "../../../../sdk/index.ts";
import { compileResources, mistakeIn } from "../compile-fleet.ts";
import { applying } from "../small-resources.ts";
import { viewOf } from "../view-of.ts";
import { codesOf, plain, said } from "./uses-of.ts";

const URL = "ssh://git@git.example/apps";
const fluxSystem = { namespace: "flux-system" };
const apps = (secretRef: Resource<"Secret">, url: Parameters<typeof gitRepository>[1]["url"] = URL) =>
  gitRepository("apps", { url, interval: "1m", secretRef });

describe("nothing is said of", () => {
  const unfit = plain(["token"]);
  test.each([
    ["one elsewhere", gitRepository("apps", { url: URL, interval: "1m", secretRef: external("Secret", "apps") })],
    ["one by its name", gitRepository("apps", { url: URL, interval: "1m", secretRef: { name: "apps" } })],
    ["one without keys, which something fills in", apps(secret("apps", {}, fluxSystem))],
    ["a URL that Flux fills in", apps(unfit, substitution("URL"))],
    ["a URL with a variable", apps(unfit, `ssh://git@\${HOST}/apps`)],
    [
      "one that others write too",
      apps(
        secret(
          "apps",
          { stringData: { token: "x" } },
          { ...fluxSystem, annotations: { "kustomize.toolkit.fluxcd.io/ssa": "Merge" } },
        ),
      ),
    ],
  ])("%s", (_what, object) => {
    const codes = compileResources(object).codes.filter((code) => code !== "secret/plaintext");
    expect(codes.filter((code) => code.startsWith("secret/"))).toEqual([]);
  });

  test.each([
    ["the Secret", "Secret", "stringData"],
    ["the URL", "GitRepository", "url"],
    ["the reference", "GitRepository", "secretRef"],
  ])("a patch of %s", (_what, kind, field) => {
    const patch = `[{"op": "replace", "path": "/spec/${field}"}, {"op": "add", "path": "/${field}"}]`;
    const folder = directory("apps", [apps(unfit)], { patches: [{ target: { kind }, patch }] });
    expect(compileResources(applying("apps", folder)).codes).not.toContain("secret/missing-key");
  });

  test("a kind that is called so, and is another", () => {
    const other = resource({
      apiVersion: "example.com/v1",
      kind: "Secret",
      metadata: { name: "apps", namespace: "flux-system" },
      data: { a: "b" },
    });
    expect(codesOf([other, gitRepository("apps", { url: URL, interval: "1m", secretRef: { name: "apps" } })])).toEqual(
      [],
    );
  });
});

describe("an encrypted file", () => {
  const seen = (keys: readonly string[], secretType?: string) =>
    viewOf(
      {},
      {
        encryptedFiles: {
          "key.yaml": {
            type: "read",
            documents: 1,
            apiVersion: "v1",
            kind: "Secret",
            name: "key",
            namespace: "flux-system",
            sops: true,
            plainPaths: [],
            hasStringData: false,
            secretType,
            labels: {},
            annotations: {},
            keys,
          },
        },
      },
    );
  const key = encryptedFile("key", "key.yaml", fluxSystem);
  const charts = ociRepository("app", { url: "oci://registry.example/app", interval: "1h", secretRef: key });

  test.each([
    ["with the keys", apps(key), seen(["identity", "known_hosts"]), []],
    ["without one", apps(key), seen(["identity"]), ["secret/missing-key"]],
    ["of another type", charts, seen([".dockerconfigjson"]), ["secret/wrong-type"]],
    ["of the type", charts, seen([".dockerconfigjson"], "kubernetes.io/dockerconfigjson"), []],
  ])("%s is judged by them", (_what, object, view, codes) => {
    expect(compileResources(object, { decryption: true }, view).codes).toEqual(codes);
  });
});

describe("one that was built", () => {
  const login = basicAuthSecret("login", { username: "a", password: "b" }, fluxSystem);
  const ssh = gitSshSecret("ssh", { identity: substitution("KEY"), known_hosts: substitution("HOSTS") }, fluxSystem);
  const images = registrySecret("images", { "registry.example": { username: "a", password: "b" } }, fluxSystem);
  const proxy = proxySecret("proxy", { address: "http://proxy.example" }, fluxSystem);
  const hook = webhookTokenSecret("hook", { token: "x" }, fluxSystem);
  const policy = notationSecret("policy", { "trustpolicy.json": "{}", "ca.crt": substitution("CA") }, fluxSystem);
  const https = "https://git.example/apps";
  const image = (secretRef: Resource<"Secret">) =>
    ociRepository("app", { url: "oci://registry.example/app", interval: "1h", secretRef });
  const remote = (secretRef: Resource<"Secret">) => applying("apps", "./apps", { kubeConfig: { secretRef } });

  test.each([
    ["a login for SSH", apps(login), "gitSshSecret()"],
    ["a key for HTTPS", apps(ssh, https), "basicAuthSecret(), bearerTokenSecret(), or tlsSecret()"],
    ["a login for images", image(login), "registrySecret()"],
    ["a proxy for another cluster", remote(proxy), "kubeConfigSecret()"],
    [
      "a login of images for charts over HTTPS",
      helmRepository("charts", { url: "https://charts.example", interval: "1h", secretRef: images }),
      "basicAuthSecret() or tlsSecret()",
    ],
    [
      "a webhook's token for a message",
      provider("chat", { type: "slack", address: "https://slack.example", secretRef: hook }),
      "providerSecret()",
    ],
    [
      "a policy for cosign",
      ociRepository("app", {
        url: "oci://registry.example/app",
        interval: "1h",
        verify: { provider: "cosign", secretRef: policy },
      }),
      "cosignSecret()",
    ],
  ])("%s is refused, and the builder is named", (_what, object, builders) => {
    const [found, ...others] = said(object).filter(({ code }) => code !== "secret/content");
    expect([found?.code, others]).toEqual(["secret/wrong-use", []]);
    expect(found?.hint).toBe(`make it with ${builders}`);
    expect(found?.related).toHaveLength(1);
  });

  test.each([
    [
      "a login for charts in a registry",
      helmRepository("c", { type: "oci", url: "oci://a.example", interval: "1h", secretRef: login }),
    ],
    [
      "a login of images there",
      helmRepository("c", { type: "oci", url: "oci://registry.example", interval: "1h", secretRef: images }),
    ],
    ["a login over HTTPS", apps(login, https)],
    ["a key over SSH", apps(ssh)],
    [
      "any of them for values",
      helmRelease(
        "app",
        {
          chartRef: external("OCIRepository", "app"),
          interval: "1h",
          valuesFrom: [
            valuesSecret("values", { "values.yaml": "{}" }, fluxSystem),
            { name: login, valuesKey: "password", targetPath: "password" },
          ],
        },
        fluxSystem,
      ),
    ],
    ["a kubeconfig", remote(kubeConfigSecret("edge", { value: substitution("KUBECONFIG") }, fluxSystem))],
    [
      "a CA beside nothing",
      helmRepository("charts", {
        url: "https://charts.example",
        interval: "1h",
        certSecretRef: tlsSecret("ca", { "ca.crt": substitution("CA") }, fluxSystem),
      }),
    ],
  ])("fits: %s", (_what, object) => {
    expect(codesOf(object).filter((code) => code !== "secret/content")).toEqual([]);
  });
});

describe("an object without a Secret", () => {
  const notation = { verify: { provider: "notation" } } as const;
  test.each([
    ["over SSH", gitRepository("apps", { url: URL, interval: "1m" }), "spec.secretRef"],
    [
      "by an app",
      gitRepository("apps", { url: "https://github.com/a/b", interval: "1m", provider: "github" }),
      "spec.secretRef",
    ],
    [
      "that verifies by Notation",
      ociRepository("app", { url: "oci://a.example/b", interval: "1h", ...notation }),
      "spec.verify.secretRef",
    ],
    ["that messages with a token", provider("chat", { type: "telegram", channel: "x" }), "spec.secretRef"],
    ["that messages nowhere", provider("chat", { type: "slack" }), "spec.secretRef"],
  ])("%s is refused", (_what, object, path) => {
    const found = mistakeIn(compileResources(object));
    expect([found.code, found.path?.join(".")]).toEqual(["secret/missing", path]);
  });

  test.each([
    ["over HTTPS", gitRepository("apps", { url: "https://git.example/apps", interval: "1m" })],
    [
      "with a URL that Flux fills in",
      applying("a", directory("a", gitRepository("apps", { url: `ssh://\${HOST}/a`, interval: "1m" })), {
        postBuild: { substitute: { HOST: "x" } },
      }),
    ],
    [
      "that verifies without keys",
      ociRepository("app", { url: "oci://a.example/b", interval: "1h", verify: { provider: "cosign" } }),
    ],
    ["that messages a public address", provider("chat", { type: "slack", address: "https://slack.example" })],
  ])("%s is right", (_what, object) => {
    expect(compileResources(object).codes).not.toContain("secret/missing");
  });

  test("may get one from a patch", () => {
    const repository = gitRepository("apps", { url: URL, interval: "1m" });
    const patch = "apiVersion: v1\nkind: GitRepository\nspec: { secretRef: { name: apps } }";
    const folder = directory("apps", [repository], { patches: [{ target: { kind: "GitRepository" }, patch }] });
    expect(compileResources(applying("apps", folder)).codes).not.toContain("secret/missing");
  });
});
