// What is said of a Secret that nobody built for a use, by the object that names it: given its keys and its type.
import { describe, expect, test } from "vitest";
import {
  bucket,
  external,
  fluxInstance,
  gitRepository,
  helmRelease,
  helmRepository,
  imageUpdateAutomation,
  kustomization,
  ociRepository,
  provider,
  type RefTo,
  type Resources,
  receiver,
  resourceSetInputProvider,
  serviceAccount,
} from "../../../../sdk/index.ts";
import { codesOf, plain } from "./uses-of.ts";

type Given = RefTo<"Secret">;
type Rows = Readonly<Record<string, readonly [keys: readonly string[], codes: readonly string[], type?: string]>>;

const MISSING = ["secret/missing-key"];
const DOCKER = "kubernetes.io/dockerconfigjson";

const git =
  (url: string, more: object = {}) =>
  (secretRef: Given) =>
    gitRepository("apps", { url, interval: "1m", secretRef, ...more });
const source = external("GitRepository", "apps", "flux-system");
const kustomize = (more: object) =>
  kustomization("apps", { sourceRef: source, path: "./apps", interval: "10m", prune: true, ...more });
const release = (more: object) =>
  helmRelease(
    "app",
    { chartRef: external("OCIRepository", "app", "flux-system"), interval: "10m", ...more },
    { namespace: "flux-system" },
  );
const charts = (type: "default" | "oci") => (secretRef: Given) =>
  helmRepository("charts", {
    type,
    url: type === "oci" ? "oci://charts.example/acme" : "https://charts.example",
    interval: "1h",
    secretRef,
  });
const artifact = (more: object) => ociRepository("app", { url: "oci://registry.example/app", interval: "1h", ...more });
const storage = (provider: string) => (secretRef: Given) =>
  bucket("data", {
    bucketName: "data",
    endpoint: "s3.example",
    interval: "1h",
    provider: provider as "aws",
    secretRef,
  });
const notify = (type: string, address?: string) => (secretRef: Given) =>
  provider("chat", { type: type as "slack", ...(address === undefined ? {} : { address }), secretRef });
const hook = (type: string) => (secretRef: Given) =>
  receiver("hook", { type: type as "github", resources: [source], secretRef });
const inputs = (type: string, url: string) => (secretRef: Given) =>
  resourceSetInputProvider("inputs", { type: type as "GitHubBranch", url, secretRef }, { namespace: "flux-system" });
const instance = (sync: object) => (pullSecret: Given) =>
  fluxInstance("flux", {
    distribution: { version: "2.x", registry: "ghcr.io/fluxcd" },
    sync: { ref: "refs/heads/main", path: "./", pullSecret, ...sync } as never,
  });

const TABLES: Readonly<Record<string, readonly [object: (given: Given) => Resources, rows: Rows]>> = {
  "a clone over SSH": [
    git("ssh://git@git.example/apps"),
    {
      "reads a key and whom to trust": [
        ["identity", "known_hosts"],
        ["secret/content", "secret/content"],
      ],
      "trusts nobody by itself": [["identity"], MISSING],
      "knows no key of Kubernetes' own type": [["ssh-privatekey", "known_hosts"], MISSING, "kubernetes.io/ssh-auth"],
    },
  ],
  "a clone over HTTPS": [
    git("https://git.example/apps"),
    {
      "reads a login": [["username", "password"], []],
      "reads a token": [["bearerToken"], []],
      "reads a name alone": [["username"], []],
      "takes no password without a name": [["password"], MISSING],
      "has no use for the name beside a token": [["bearerToken", "password"], []],
      "trusts a CA": [["ca.crt"], []],
      "goes on without a login that it does not know": [["identity", "known_hosts"], ["secret/missing-key?"]],
      "is not for an app": [["githubAppID", "githubAppPrivateKey"], ["secret/unfit-key"]],
    },
  ],
  "a clone whose URL has the name": [git("https://git@git.example/apps"), { "reads the password": [["password"], []] }],
  "a clone by an app": [
    git("https://github.com/acme/apps", { provider: "github" }),
    {
      "wants the App": [["username", "password"], MISSING],
      "wants its installation": [["githubAppID", "githubAppPrivateKey"], MISSING],
      "takes one way to say it": [
        ["githubAppID", "githubAppPrivateKey", "githubAppInstallationID", "githubAppInstallationOwner"],
        ["secret/unfit-key"],
      ],
    },
  ],
  "a clone by an identity of a cloud": [
    git("https://dev.azure.com/acme/p/_git/apps", { provider: "azure" }),
    { "reads nothing": [["token"], []] },
  ],
  "a connection": [
    (certSecretRef) => helmRepository("charts", { url: "https://charts.example", interval: "1h", certSecretRef }),
    {
      "has a certificate and its key": [["tls.crt"], MISSING],
      "has no key alone": [["ca.crt", "tls.key"], MISSING],
      "knows old names": [["caFile", "certFile", "keyFile"], []],
      "wants something": [["token"], MISSING],
    },
  ],
  "a proxy": [
    (proxySecretRef) => gitRepository("apps", { url: "https://git.example/apps", interval: "1m", proxySecretRef }),
    { "has an address": [["username", "password"], MISSING], "is called so": [["proxy"], MISSING] },
  ],
  "a registry": [
    (secretRef) => artifact({ secretRef }),
    {
      "goes by the type": [["username", "password"], ["secret/wrong-type?"]],
      "and knows an older one": [[".dockercfg"], [], "kubernetes.io/dockercfg"],
    },
  ],
  "pulling for pods": [
    (given) => serviceAccount("app", { imagePullSecrets: [given] }, { namespace: "flux-system" }),
    { "goes by the type": [["token"], ["secret/wrong-type?"]] },
  ],
  "charts over HTTPS": [
    charts("default"),
    {
      "have a login": [["username", "password"], []],
      "have all of it": [["username"], MISSING],
      "had certificates there": [["ca.crt"], []],
      "do not know a token": [["token"], ["secret/missing-key?"]],
    },
  ],
  "charts in a registry": [
    charts("oci"),
    { "have a login": [["username", "password"], []], "have all of it": [["password"], MISSING] },
  ],
  "signatures of cosign": [
    (secretRef) => artifact({ verify: { provider: "cosign", secretRef } }),
    { "have keys of that name": [["cosign.key"], MISSING] },
  ],
  "signatures of Notation": [
    (secretRef) => artifact({ verify: { provider: "notation", secretRef } }),
    { "have a policy": [["ca.crt"], MISSING], "and certificates": [["trustpolicy.json"], MISSING] },
  ],
  "a Sigstore": [
    (trustedRootSecretRef) => artifact({ verify: { provider: "cosign", trustedRootSecretRef } }),
    { "has a root": [["root.json"], MISSING] },
  ],
  "storage that speaks S3": [
    storage("generic"),
    { "has two keys": [["accesskey", "secretkey"], []], "wants both": [["accesskey"], MISSING] },
  ],
  "storage of Amazon": [storage("aws"), { "wants both": [["accessKey", "secretKey"], MISSING] }],
  "storage of Google": [storage("gcp"), { "has an account": [["serviceaccount.json"], MISSING] }],
  "storage of Azure": [
    storage("azure"),
    {
      "has a key": [["accountKey"], []],
      "has an identity": [["clientId"], []],
      "wants one of its logins": [["tenantId", "clientSecret"], MISSING],
    },
  ],
  "keys of storage by LDAP": [
    (secretRef) =>
      bucket("data", {
        bucketName: "data",
        endpoint: "s3.example",
        interval: "1h",
        sts: { provider: "ldap", endpoint: "https://ldap.example", secretRef },
      }),
    { "have a login": [["username", "password"], []], "have all of it": [["username"], MISSING] },
  ],
  decryption: [
    (secretRef) => kustomize({ decryption: { provider: "sops", secretRef } }),
    { "goes by names": [["keys.txt"], ["secret/missing-key?"]], "knows a cloud's": [["sops.vault-token"], []] },
  ],
  "another cluster": [
    (secretRef) => kustomize({ kubeConfig: { secretRef } }),
    { "has a kubeconfig": [["kubeconfig"], MISSING] },
  ],
  "another cluster by a key": [
    (name) => kustomize({ kubeConfig: { secretRef: { name, key: "kubeconfig" } } }),
    { "has that key": [["value"], MISSING] },
  ],
  variables: [
    (given) => kustomize({ postBuild: { substituteFrom: [given] } }),
    { "have names": [["domain", "_x1"], []], "have no dashes": [["domain", "cluster-name"], ["secret/unfit-key"]] },
  ],
  values: [
    (given) => release({ valuesFrom: [given] }),
    { "stand under one key": [["values.yaml"], []], "and no other": [["values.yml"], MISSING] },
  ],
  "values by a key": [
    (name) => release({ valuesFrom: [{ kind: "Secret", name, valuesKey: "password", targetPath: "auth.password" }] }),
    { "stand there": [["password"], []], "and nowhere else": [["values.yaml"], MISSING] },
  ],
  "values that may be missing": [
    (name) => release({ valuesFrom: [{ kind: "Secret", name, valuesKey: "password", optional: true }] }),
    { "may be": [["token"], []] },
  ],
  "a webhook": [hook("github"), { "has a token": [["token"], []], "wants one": [["secret"], MISSING] }],
  "a webhook of Google's registry": [hook("gcr"), { "says who sends it": [["token"], MISSING] }],
  "a message to Slack": [
    notify("slack"),
    {
      "has an address": [["address"], []],
      "wants one": [["token"], MISSING],
      "reads half a login as none": [["address", "token", "username"], ["secret/missing-key?"]],
    },
  ],
  "a message with an address": [
    notify("slack", "https://slack.com/api/chat.postMessage"),
    { "has it": [["token"], []] },
  ],
  "a message to anybody": [
    notify("generic", "https://hooks.example"),
    { "has headers, in YAML": [["headers"], ["secret/content"]], "knows no token": [["token"], ["secret/unfit-key?"]] },
  ],
  "a status of GitHub": [
    notify("github", "https://github.com/acme/apps"),
    {
      "has a token": [["token"], []],
      "takes a login's password": [["username", "password"], []],
      "takes no password alone": [["password"], MISSING],
      "wants something": [["address"], MISSING],
    },
  ],
  "a message to Opsgenie": [
    notify("opsgenie", "https://api.opsgenie.com/v2/alerts"),
    { "wants a token": [["apikey"], MISSING] },
  ],
  "branches of GitHub": [
    inputs("GitHubBranch", "https://github.com/acme/apps"),
    { "have a login": [["username", "password"], []], "have all of it": [["password"], MISSING] },
  ],
  "inputs of a service": [
    inputs("ExternalService", "https://inputs.example"),
    { "have a token": [["token"], []], "or a login": [["username"], MISSING] },
  ],
  "the sync of an instance over SSH": [
    instance({ kind: "GitRepository", url: "ssh://git@git.example/fleet" }),
    { "wants a key": [["username", "password"], MISSING] },
  ],
  "the sync of an instance from a registry": [
    instance({ kind: "OCIRepository", url: "oci://registry.example/fleet", ref: "latest" }),
    { "goes by the type": [["username", "password"], ["secret/wrong-type?"]] },
  ],
  "the sync of an instance from storage": [
    instance({ kind: "Bucket", url: "s3.example", ref: "fleet" }),
    { "wants both keys": [["accesskey"], MISSING] },
  ],
  "signing commits": [
    (secretRef) =>
      imageUpdateAutomation("bot", {
        interval: "1h",
        sourceRef: source,
        git: { commit: { author: { email: "bot@acme.example" }, signingKey: { type: "ssh", secretRef } } },
      }),
    { "reads the key of its type": [["git.asc"], MISSING] },
  ],
};

describe.each(Object.entries(TABLES))("%s", (_what, [object, rows]) => {
  test.each(Object.entries(rows))("%s", (_says, [keys, codes, type]) => {
    expect(codesOf(object(plain(keys, type)))).toEqual(codes);
  });
});

describe("a docker config", () => {
  const login = { username: "flux", password: "correct-horse" };
  const config = (host: string) => plain({ ".dockerconfigjson": JSON.stringify({ auths: { [host]: login } }) }, DOCKER);

  test.each([
    ["of the registry is read", artifact({ secretRef: config("registry.example") }), []],
    ["of another may be of no use", artifact({ secretRef: config("other.example") }), ["secret/content?"]],
    ["is read for charts", charts("oci")(config("charts.example")), []],
    ["has to have the registry of charts", charts("oci")(config("other.example")), ["secret/content"]],
    [
      "is read where the operator's images are",
      instance({ kind: "OCIRepository", url: "oci://registry.example/fleet", ref: "latest" })(
        config("registry.example"),
      ),
      [],
    ],
  ])("%s", (_says, object, codes) => {
    expect(codesOf(object)).toEqual(codes);
  });
});

test("an older Flux wants nothing but a token of Google's registry", () => {
  expect(codesOf(hook("gcr")(plain(["token"])), "2.8")).toEqual([]);
});
