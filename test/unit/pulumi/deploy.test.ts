import { ComponentResource } from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import {
  configMap,
  defineKind,
  gitRepository,
  group,
  helmRelease,
  kustomization,
  namespace,
  ociRepository,
  resource,
  secret,
} from "../../../sdk/index.ts";
import { codesOf, deployThese } from "./production.ts";
import { objectsOf, type Registration, record, secretOf } from "./recorded-engine.ts";

const key = secret("git-key", { stringData: { bearerToken: "private" } }, { namespace: "flux-system" });
const platform = gitRepository("platform", {
  url: "https://git.example.com/platform",
  interval: "1m",
  ref: { branch: "main" },
  secretRef: key,
});
const infra = kustomization("infra", { sourceRef: platform, path: "./infrastructure", interval: "1h", prune: true });

const last = (name: string): string => name.split("/").at(-1) ?? "";

function edgesOf(registrations: readonly Registration[]): object {
  return Object.fromEntries(registrations.map(({ name, dependsOn }) => [last(name), dependsOn.map(last)]));
}

describe("what is registered", () => {
  test("is one component, and below it each object with the provider's own type", async () => {
    const { registrations } = await record(() => deployThese([infra, namespace("flux-system")]));
    expect(registrations.map(({ type, name, parent }) => [type, name, parent])).toEqual([
      ["sluice:index:Cluster", "production", ""],
      ["kubernetes:core/v1:Namespace", "production:core/Namespace/flux-system", "production"],
      ["kubernetes:core/v1:Secret", "production:core/Secret/flux-system/git-key", "production"],
      [
        "kubernetes:source.toolkit.fluxcd.io/v1:GitRepository",
        "production:source.toolkit.fluxcd.io/GitRepository/flux-system/platform",
        "production",
      ],
      [
        "kubernetes:kustomize.toolkit.fluxcd.io/v1:Kustomization",
        "production:kustomize.toolkit.fluxcd.io/Kustomization/flux-system/infra",
        "production",
      ],
    ]);
  });

  test.each([
    ["v1", "ServiceAccount", "kubernetes:core/v1:ServiceAccount"],
    ["v1", "Service", "kubernetes:core/v1:Service"],
    ["coordination.k8s.io/v1", "Lease", "kubernetes:coordination.k8s.io/v1:Lease"],
    ["networking.k8s.io/v1", "NetworkPolicy", "kubernetes:networking.k8s.io/v1:NetworkPolicy"],
    ["example.com/v1", "Site", "kubernetes:example.com/v1:Site"],
    ["apps/v1", "toString", "kubernetes:apps/v1:toString"],
  ])("is a %s %s as %s", async (apiVersion, kind, type) => {
    const object = resource({ apiVersion, kind, metadata: { name: "a", namespace: "default" } });
    const objects = await objectsOf(() => deployThese(object));
    expect(objects.map((found) => found.type)).toEqual([type]);
  });

  test("is the manifest, without maps that are empty", async () => {
    const [object] = await objectsOf(() =>
      deployThese(
        group({ labels: {} }, configMap("a", { data: { b: "c" } }, { namespace: "default", annotations: {} })),
      ),
    );
    expect(object?.inputs).toEqual({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "a", namespace: "default" },
      data: { b: "c" },
    });
  });

  test("is one object more than there are, however many", async () => {
    const many = Array.from({ length: 200 }, (_, index) =>
      configMap(`settings-${index}`, { data: { index: String(index) } }, { namespace: "default" }),
    );
    const { registrations } = await record(() => deployThese(many));
    expect(registrations).toHaveLength(201);
  });

  test("is a child of what the options say, with their aliases for the component", async () => {
    const { registrations } = await record(() => {
      const parent = new ComponentResource("test:index:Parent", "parent");
      deployThese(infra, { parent, aliases: [{ name: "prod" }] });
    });
    const component = registrations.find(({ type }) => type === "sluice:index:Cluster");
    expect(component).toMatchObject({ parent: "parent", aliases: [{ name: "prod" }] });
  });
});

test("an object that lacks what its kind needs ends the program in our words", async () => {
  const object = resource({ apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "a", namespace: "default" } });
  let codes: readonly string[] = [];
  await record(() => {
    codes = codesOf(() => deployThese(object));
  });
  expect(codes).toEqual(["schema/required"]);
});

describe("an object waits", () => {
  test("for what it needs and for its namespace, and for nothing else", async () => {
    const apps = kustomization("apps", {
      sourceRef: platform,
      path: "./apps",
      interval: "1h",
      prune: true,
      dependsOn: [infra],
    });
    const settings = configMap("settings", { data: { a: "b" } }, { namespace: "elsewhere" });
    const objects = await objectsOf(() => deployThese([apps, infra, namespace("flux-system"), settings]));
    expect(edgesOf(objects)).toEqual({
      "flux-system": [],
      settings: [],
      "git-key": ["flux-system"],
      platform: ["flux-system", "git-key"],
      infra: ["flux-system", "platform"],
      apps: ["flux-system", "platform"],
    });
  });

  test("for what it names, when that is made here", async () => {
    const named = helmRelease(
      "podinfo",
      { chartRef: { kind: "OCIRepository", name: "podinfo" }, interval: "1h" },
      { namespace: "flux-system" },
    );
    const chart = ociRepository("podinfo", { url: "oci://ghcr.io/a/podinfo", interval: "1h", ref: { tag: "6.0.0" } });
    expect(edgesOf((await objectsOf(() => deployThese([named, chart]))).slice(1))).toEqual({ podinfo: ["podinfo"] });
  });
});

describe("a Secret", () => {
  test("has its values marked as secrets, and nothing else", async () => {
    const [object] = await objectsOf(() => deployThese(key));
    expect(object?.inputs).toEqual({
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "git-key", namespace: "flux-system" },
      stringData: secretOf({ bearerToken: "private" }),
    });
  });
});

describe("what the state knows already", () => {
  test("is found under other versions of its API, where there is a Flux for which Sluice writes them", async () => {
    const site = defineKind({
      group: "web.example.com",
      kind: "Site",
      scope: "Namespaced",
      versions: [{ name: "v1" }, { name: "v2", flux: ["2.9"] }],
    });
    const objects = await objectsOf(() => deployThese([infra, site("a", {}, { namespace: "default" })]));
    expect(Object.fromEntries(objects.map(({ name, aliases }) => [last(name), aliases]))).toEqual({
      a: [{ type: "kubernetes:web.example.com/v1:Site", parent: "production" }],
      "git-key": [],
      platform: [],
      infra: [],
    });
  });

  test("is taken over from plain resources, each by the name that it had there", async () => {
    const objects = await objectsOf(() =>
      deployThese(infra, {
        adopt: ({ kind, name }) => (kind === "Secret" ? undefined : { name: `old-${name}` }),
      }),
    );
    const aliases = Object.fromEntries(objects.map((object) => [last(object.name), object.aliases]));
    const versions = {
      platform: "source.toolkit.fluxcd.io/v1beta2:GitRepository",
      infra: "kustomize.toolkit.fluxcd.io/v1beta2:Kustomization",
    };
    expect(aliases).toEqual({
      "git-key": [],
      platform: [
        { name: "old-platform", parent: "none" },
        { name: "old-platform", parent: "none", type: `kubernetes:${versions.platform}` },
      ],
      infra: [
        { name: "old-infra", parent: "none" },
        { name: "old-infra", parent: "none", type: `kubernetes:${versions.infra}` },
      ],
    });
  });

  test("is taken over from below another resource", async () => {
    const objects = await objectsOf(() => {
      const parent = new ComponentResource("test:index:Parent", "before");
      deployThese(key, { adopt: ({ name }) => ({ name, parent }) });
    });
    expect(objects.map(({ aliases }) => aliases)).toEqual([[{ name: "git-key", parent: "before" }]]);
  });
});

describe("what is handed off", () => {
  const annotated = configMap(
    "settings",
    { data: { a: "b" } },
    { namespace: "default", annotations: { "pulumi.com/skipAwait": "true" } },
  );

  test("is kept when Pulumi forgets it, is left as Flux writes it, and carries nothing of Pulumi's", async () => {
    const objects = await objectsOf(() => deployThese([infra, annotated], { handOff: true, wait: true }));
    expect(objects.map(({ retainOnDelete }) => retainOnDelete)).toEqual([true, true, true, true]);
    expect(Object.fromEntries(objects.map(({ name, ignoreChanges }) => [last(name), ignoreChanges]))).toEqual({
      settings: ["data", "metadata.labels", "metadata.annotations"],
      "git-key": ["stringData", "metadata.labels", "metadata.annotations"],
      platform: ["spec", "metadata.labels", "metadata.annotations"],
      infra: ["spec", "metadata.labels", "metadata.annotations"],
    });
    expect(JSON.stringify(objects.map(({ inputs }) => inputs))).not.toContain("pulumi.com/");
  });

  test("may be some of the objects", async () => {
    const objects = await objectsOf(() => deployThese(infra, { handOff: ({ kind }) => kind === "Kustomization" }));
    expect(objects.map(({ name, retainOnDelete }) => [last(name), retainOnDelete])).toEqual([
      ["git-key", false],
      ["platform", false],
      ["infra", true],
    ]);
  });
});
