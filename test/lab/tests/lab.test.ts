// What the other tests stand on: the servers beside the cluster, and Flux reading from them.
import { beforeAll, describe, expect, test } from "vitest";
import { pushArtifact, pushChart, serveChart } from "../cluster/artifacts.ts";
import { encryptSecret, newAgeKey } from "../cluster/encryption.ts";
import { kubernetes } from "../cluster/kubernetes.ts";
import { lab } from "../cluster/lab.ts";
import { newNamespace } from "../cluster/namespace.ts";
import type { KubeObject } from "../cluster/objects.ts";
import { keyOf } from "../cluster/objects.ts";
import { newRepository } from "../cluster/repository.ts";
import { newSshKey } from "../cluster/ssh-key.ts";
import { run, runOrThrow } from "../cluster/tool.ts";
import { condition, existing, gone, ready, reconcile } from "../cluster/wait.ts";
import { newWebhook } from "../cluster/webhook.ts";

let namespace: string;
beforeAll(async () => {
  namespace = await newNamespace("lab", () => {});
});

const CHART = {
  name: "demo",
  version: "1.0.0",
  files: {
    "values.yaml": "greeting: none\n",
    "templates/settings.yaml":
      "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\ndata:\n  greeting: {{ .Values.greeting }}\n",
  },
};

const source = (kind: string, name: string, spec: object): KubeObject => ({
  apiVersion: "source.toolkit.fluxcd.io/v1",
  kind,
  metadata: { name, namespace },
  spec: { interval: "10m", ...spec },
});
const kustomization = (name: string, spec: object): KubeObject => ({
  apiVersion: "kustomize.toolkit.fluxcd.io/v1",
  kind: "Kustomization",
  metadata: { name, namespace },
  spec: { interval: "10m", retryInterval: "2s", prune: true, targetNamespace: namespace, ...spec },
});
const helmRelease = (name: string, spec: object): KubeObject => ({
  apiVersion: "helm.toolkit.fluxcd.io/v2",
  kind: "HelmRelease",
  metadata: { name, namespace },
  spec: { interval: "10m", values: { greeting: name }, ...spec },
});
const secret = (name: string, stringData: object): KubeObject => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name, namespace },
  stringData,
});
const configMapKey = (name: string) => ({ apiVersion: "v1", kind: "ConfigMap", name, namespace }) as const;
const configMapText = (name: string, value: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  value: ${value}\n`;

async function applyAndWait(...objects: readonly KubeObject[]): Promise<void> {
  await kubernetes().apply(...objects);
  for (const object of objects.filter(({ kind }) => kind !== "Secret")) await ready(keyOf(object));
}

describe("Git", () => {
  test("over HTTP, with a password and after it is changed", async () => {
    const repository = await newRepository({ "a.yaml": configMapText("from-http", "one") });
    repository.requirePassword({ user: "flux", password: "first" });
    const git = source("GitRepository", "http", {
      url: repository.httpUrl,
      ref: { branch: "main" },
      secretRef: { name: "http" },
    });
    const applied = kustomization("http", { sourceRef: { kind: "GitRepository", name: "http" }, path: "./" });
    await applyAndWait(secret("http", { username: "flux", password: "first" }), git, applied);
    expect((await kubernetes().get(configMapKey("from-http")))?.data).toEqual({ value: "one" });

    repository.requirePassword({ user: "flux", password: "second" });
    await kubernetes().patch(keyOf(git), { spec: { interval: "11m" } });
    await condition(keyOf(git), "Ready", "False", { message: /authentication/ });
  });

  test("over SSH, with a key that the repository knows", async () => {
    const repository = await newRepository({ "a.yaml": configMapText("from-ssh", "one") });
    const key = newSshKey();
    repository.allowKeys(key.publicKey);
    const identity = secret("ssh", { identity: key.privateKey, known_hosts: lab().gitSsh.knownHosts });
    const git = source("GitRepository", "ssh", {
      url: repository.sshUrl,
      ref: { branch: "main" },
      secretRef: { name: "ssh" },
    });
    await applyAndWait(
      identity,
      git,
      kustomization("ssh", { sourceRef: { kind: "GitRepository", name: "ssh" }, path: "./" }),
    );
    expect((await kubernetes().get(configMapKey("from-ssh")))?.data).toEqual({ value: "one" });

    repository.allowKeys(newSshKey().publicKey);
    await kubernetes().patch(keyOf(git), { spec: { interval: "11m" } });
    await condition(keyOf(git), "Ready", "False");
  });

  test("a commit that changes and removes files arrives", async () => {
    const repository = await newRepository({
      "a.yaml": configMapText("changed", "one"),
      "b.yaml": configMapText("removed", "one"),
    });
    const git = source("GitRepository", "changing", { url: repository.httpUrl, ref: { branch: "main" } });
    const applied = kustomization("changing", { sourceRef: { kind: "GitRepository", name: "changing" }, path: "./" });
    await applyAndWait(git, applied);
    await repository.commit({ "a.yaml": configMapText("changed", "two"), "b.yaml": null });
    await reconcile(keyOf(git));
    await existing(configMapKey("changed"), ({ data }) => data?.["value"] === "two", "the new value is there");
    await gone(configMapKey("removed"));
    expect(await repository.read("b.yaml")).toBeUndefined();
    expect(await repository.log()).toEqual(["Change files", "Begin"]);
  });
});

describe("charts and artifacts", () => {
  test("an OCI artifact", async () => {
    const { url } = await pushArtifact(`${namespace}/app`, "1.0.0", { "a.yaml": configMapText("from-oci", "one") });
    await applyAndWait(
      source("OCIRepository", "app", { url, insecure: true, ref: { semver: ">=1.0.0" } }),
      kustomization("oci", { sourceRef: { kind: "OCIRepository", name: "app" }, path: "./" }),
    );
    expect((await kubernetes().get(configMapKey("from-oci")))?.data).toEqual({ value: "one" });
  });

  test("a chart from the registry", async () => {
    const { url } = await pushChart(`${namespace}/charts`, CHART);
    const layerSelector = { mediaType: "application/vnd.cncf.helm.chart.content.v1.tar+gzip", operation: "copy" };
    await applyAndWait(
      source("OCIRepository", "chart", { url, insecure: true, ref: { tag: "1.0.0" }, layerSelector }),
      helmRelease("from-registry", { chartRef: { kind: "OCIRepository", name: "chart" } }),
    );
    expect((await kubernetes().get(configMapKey("from-registry")))?.data).toEqual({ greeting: "from-registry" });
  });

  test("a chart from a Helm repository", async () => {
    const url = await serveChart(namespace, CHART);
    const sourceRef = { kind: "HelmRepository", name: "charts" };
    await applyAndWait(
      source("HelmRepository", "charts", { url }),
      helmRelease("from-repository", { chart: { spec: { chart: "demo", version: "1.x", sourceRef } } }),
    );
    expect((await kubernetes().get(configMapKey("from-repository")))?.data).toEqual({ greeting: "from-repository" });
  });

  test("flux pushes to the registry", async () => {
    const address = `${new URL(lab().http).host}/${namespace}/pushed:1.0.0`;
    const flags = ["--path=-", "--source=lab", "--revision=main", "--insecure-registry"];
    await runOrThrow("flux", ["push", "artifact", `oci://${address}`, ...flags], { input: configMapText("a", "b") });
    const tags = await fetch(`${lab().http}/v2/${namespace}/pushed/tags/list`);
    expect(await tags.json()).toEqual({ name: `${namespace}/pushed`, tags: ["1.0.0"] });
  });
});

test("an image policy finds the newest tag", async () => {
  for (const tag of ["1.0.0", "1.2.0", "2.0.0"]) await pushArtifact(`${namespace}/image`, tag, {});
  const image = `${new URL(lab().http).host}/${namespace}/image`;
  const kind = (name: string, spec: Readonly<Record<string, unknown>>): KubeObject => ({
    apiVersion: "image.toolkit.fluxcd.io/v1",
    kind: name,
    metadata: { name: "image", namespace },
    spec,
  });
  const policy = kind("ImagePolicy", { imageRepositoryRef: { name: "image" }, policy: { semver: { range: "1.x" } } });
  await applyAndWait(kind("ImageRepository", { image, interval: "10m", insecure: true }), policy);
  expect((await kubernetes().get(keyOf(policy)))?.status?.["latestRef"]).toMatchObject({ name: image, tag: "1.2.0" });
});

test("a Secret encrypted by SOPS is decrypted", async () => {
  const key = await newAgeKey();
  const text = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: encrypted\nstringData:\n  word: plain\n";
  const encrypted = await encryptSecret(text, key);
  expect(encrypted).not.toContain("plain");
  const repository = await newRepository({ "secret.yaml": encrypted });
  await applyAndWait(
    secret("age", { "age.agekey": key.identity }),
    source("GitRepository", "encrypted", { url: repository.httpUrl, ref: { branch: "main" } }),
    kustomization("encrypted", {
      sourceRef: { kind: "GitRepository", name: "encrypted" },
      path: "./",
      decryption: { provider: "sops", secretRef: { name: "age" } },
    }),
  );
  const stored = await kubernetes().get({ apiVersion: "v1", kind: "Secret", name: "encrypted", namespace });
  expect(stored?.data).toEqual({ word: Buffer.from("plain").toString("base64") });
});

test("a webhook records what an alert sends", async () => {
  const hook = newWebhook();
  const repository = await newRepository({ "a.yaml": configMapText("alerted", "one") });
  const beta = (kind: string, spec: Readonly<Record<string, unknown>>): KubeObject => ({
    apiVersion: "notification.toolkit.fluxcd.io/v1beta3",
    kind,
    metadata: { name: "hook", namespace },
    spec,
  });
  await kubernetes().apply(
    beta("Provider", { type: "generic", address: `${hook.url}/alert` }),
    beta("Alert", {
      providerRef: { name: "hook" },
      eventSeverity: "info",
      eventSources: [{ kind: "GitRepository", name: "alerted" }],
    }),
  );
  await applyAndWait(source("GitRepository", "alerted", { url: repository.httpUrl, ref: { branch: "main" } }));
  const { path, body } = await hook.waitFor("the event", (request) => request.body.includes('"alerted"'));
  expect(path).toBe("alert");
  expect(JSON.parse(body)).toMatchObject({ involvedObject: { kind: "GitRepository", name: "alerted", namespace } });
});

test("a Deployment becomes available, and a namespace goes away", async () => {
  const own = await newNamespace("nodes");
  const deployment = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "web", namespace: own },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: "web" } },
      template: {
        metadata: { labels: { app: "web" } },
        spec: { containers: [{ name: "web", image: "example.com/web:1" }] },
      },
    },
  };
  await kubernetes().apply(deployment);
  await condition(keyOf(deployment), "Available", "True");
  await kubernetes().delete({ apiVersion: "v1", kind: "Namespace", name: own });
  await gone({ apiVersion: "v1", kind: "Namespace", name: own });
});

test("a failed wait shows the conditions, the events and the controller's log", async () => {
  const git = source("GitRepository", "nowhere", { url: `${lab().http}/git/nowhere.git`, ref: { branch: "main" } });
  await kubernetes().apply(git);
  await condition(keyOf(git), "Ready", "False");
  const failure = await ready(keyOf(git), 2).then(
    () => "it is ready",
    (error: Error) => error.message,
  );
  const parts = [
    "Not so after 2 s: Ready=True",
    "conditions:",
    "(GitOperationFailed)",
    "events:",
    "log of source-controller:",
  ];
  expect(parts.filter((part) => !failure.includes(part))).toEqual([]);
});

test("the commands know their versions and the cluster", async () => {
  expect((await run("flux", ["version", "--client"])).stdout).toMatch(/flux: v2\.\d+\.\d+/);
  expect((await run("flux", ["get", "sources", "all", `--namespace=${namespace}`])).code).toBe(0);
});
