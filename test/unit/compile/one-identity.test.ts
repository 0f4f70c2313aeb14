import { describe, expect, test } from "vitest";
import {
  cluster,
  configMap,
  directory,
  encryptedFile,
  external,
  fluxSystem,
  gitRepository,
  group,
  helmRelease,
  kustomization,
  namespace,
  type Resource,
  resource,
  secret,
} from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compile, compileResources, mistakeIn, type Outcome } from "./compile-fleet.ts";
import { onlyFinding } from "./finding.ts";
import { applying, git } from "./small-resources.ts";

const map = (data: Readonly<Record<string, string>>, where = "default"): Resource =>
  configMap("settings", { data }, { namespace: where });

function duplicates(first: Resource, second: Resource): Outcome {
  return compileResources([first, second]);
}

const thing = { apiVersion: "example.com/v1", kind: "Thing" };

describe("identity", () => {
  test.each([
    ["kind", git("a"), applying("a", "./a")],
    ["name", git("a"), git("b")],
    ["namespace", git("a"), git("a", { namespace: "default" })],
    [
      "group",
      resource({ apiVersion: "one.example.com/v1", kind: "Thing", metadata: { name: "a" } }),
      resource({ apiVersion: "two.example.com/v1", kind: "Thing", metadata: { name: "a" } }),
    ],
    [
      "the name's case",
      resource({ ...thing, metadata: { name: "a" } }),
      resource({ ...thing, metadata: { name: "A" } }),
    ],
  ])("is two for what differs in %s", (_what, first, second) => {
    const outcome = duplicates(first, second);
    expect(outcome.codes).toEqual([]);
    expect(outcome.identities).toHaveLength(2);
  });

  test("is one for two versions of a kind", () => {
    const old = resource({ apiVersion: "example.com/v1beta1", kind: "Thing", metadata: { name: "a" } });
    const young = resource({ apiVersion: "example.com/v1", kind: "Thing", metadata: { name: "a" } });
    expect(onlyFinding(duplicates(old, young), "graph/duplicate-id").path).toBe("apiVersion");
  });

  test("is one for a namespace that is said and the same one that is given", () => {
    const outcome = compileResources([
      git("a"),
      git("a", { namespace: "flux-system" }),
      group({ namespace: "flux-system" }, git("a")),
    ]);
    expect(outcome.codes).toEqual([]);
    expect(outcome.identities).toEqual(["GitRepository flux-system/a"]);
  });

  test("is one for a namespace that is written and the same one that the Kustomization gives", () => {
    const settings = configMap("settings", { data: { a: "1" } });
    const using = helmRelease(
      "app",
      {
        chartRef: external("OCIRepository", "app"),
        interval: "1h",
        valuesFrom: [configMap("settings", { data: { a: "1" } }, { namespace: "apps" })],
      },
      { namespace: "apps" },
    );
    for (const resources of [
      [namespace("apps"), using, applying("apps", directory("apps", settings), { targetNamespace: "apps" })],
      [applying("apps", directory("apps", settings), { targetNamespace: "apps" }), using, namespace("apps")],
    ]) {
      const outcome = compileResources(resources);
      expect(outcome.codes).toEqual([]);
      expect(outcome.files["apps/configmap-settings.yaml"]).toEqual(["ConfigMap apps/settings"]);
      expect(outcome.manifest("ConfigMap apps/settings").metadata).toEqual({ name: "settings" });
    }
  });

  test("is one the other way around too, and then the namespace is written", () => {
    const using = helmRelease("app", {
      chartRef: external("OCIRepository", "app"),
      interval: "1h",
      valuesFrom: [configMap("settings", { data: { a: "1" } })],
    });
    const apps = applying("apps", directory("apps", using), { targetNamespace: "apps" });
    for (const resources of [
      [namespace("apps"), map({ a: "1" }, "apps"), apps],
      [apps, map({ a: "1" }, "apps"), namespace("apps")],
    ]) {
      const outcome = compileResources(resources);
      expect(outcome.codes).toEqual([]);
      expect(outcome.files["clusters/test/configmap-settings.yaml"]).toEqual(["ConfigMap apps/settings"]);
      expect(outcome.manifest("ConfigMap apps/settings").metadata).toEqual({ name: "settings", namespace: "apps" });
    }
  });
});

describe("two equal values of one identity", () => {
  /** A helper that makes what it needs each time, as helpers do. */
  function app(name: string): Resource {
    const repo = gitRepository("platform", {
      url: "https://example.com/platform",
      interval: "1m",
      secretRef: encryptedFile("key", "key.yaml"),
    });
    return kustomization(name, { sourceRef: repo, path: `./${name}`, interval: "1h", prune: true });
  }

  test("are one object: a helper may make the same repository twice", () => {
    const outcome = compileResources([app("a"), app("b")]);
    expect(outcome.codes).toEqual([]);
    expect(outcome.identities).toEqual([
      "GitRepository flux-system/platform",
      "Kustomization flux-system/a",
      "Kustomization flux-system/b",
      "Secret flux-system/key",
    ]);
  });

  test("are equal when they are after linking: a resource, a reference and names are one", () => {
    const repo = git("platform");
    const by = (sourceRef: Parameters<typeof applying>[2]): Resource => applying("apps", "./apps", sourceRef);
    const outcome = compileResources([
      repo,
      by({ sourceRef: repo }),
      by({ sourceRef: git("platform") }),
      by({ sourceRef: external("GitRepository", "platform") }),
      by({ sourceRef: { kind: "GitRepository", name: "platform" } }),
    ]);
    expect(outcome.codes).toEqual([]);
    expect(outcome.identities).toHaveLength(2);
  });

  test("are equal whatever the order of their keys", () => {
    const one = resource({
      apiVersion: "v1",
      kind: "Thing",
      metadata: { name: "a" },
      spec: { a: 1, b: [{ c: 2, d: 3 }] },
    });
    const two = resource({
      kind: "Thing",
      spec: { b: [{ d: 3, c: 2 }], a: 1 },
      apiVersion: "v1",
      metadata: { name: "a" },
    });
    expect(duplicates(one, two).codes).toEqual([]);
  });

  test("are equal when they differ in undefined fields alone", () => {
    expect(duplicates(applying("a", "./a"), applying("a", "./a", { timeout: undefined })).codes).toEqual([]);
  });

  test("are one where an equal one is listed: it brings nothing along", () => {
    const key = (): Resource<"Secret"> => secret("key");
    const listedKey = (): Resource<"Secret"> => secret("key", {}, { namespace: "flux-system" });
    const repo = (): Resource<"GitRepository"> =>
      gitRepository("platform", { url: "https://example.com", interval: "1m", secretRef: key() });
    const inside = applying("apps", directory("apps", applying("inner", "./inner", { sourceRef: repo() })));
    for (const resources of [
      [repo(), listedKey(), inside],
      [inside, listedKey(), repo()],
      [inside, repo()],
      [listedKey(), inside, repo()],
    ]) {
      const outcome = compileResources(resources);
      expect(outcome.codes).toEqual([]);
      expect(Object.keys(outcome.files)).toEqual([
        "apps/kustomization-inner.yaml",
        "apps/kustomization.yaml",
        "clusters/test/gitrepository-platform.yaml",
        "clusters/test/kustomization-apps.yaml",
        "clusters/test/secret-key.yaml",
      ]);
    }
  });

  test("are one when only one of them names its file", () => {
    const named = configMap("settings", {}, { namespace: "default", file: "mine.yaml" });
    const plain = configMap("settings", {}, { namespace: "default" });
    for (const outcome of [duplicates(named, plain), duplicates(plain, named)]) {
      expect(outcome.codes).toEqual([]);
      expect(Object.keys(outcome.files)).toEqual(["clusters/test/mine.yaml"]);
    }
  });

  test("are quiet when one of them is silenced, whichever comes first", () => {
    const quiet = configMap("settings", {}, { namespace: "shop", silence: ["namespace/uncreated"] });
    const plain = configMap("settings", {}, { namespace: "shop" });
    expect([duplicates(quiet, plain).codes, duplicates(plain, quiet).codes]).toEqual([[], []]);
  });
});

describe("two different values of one identity", () => {
  test("are an error with the paths that differ and both places", () => {
    const first = map({ a: "1", b: "2", "c.d": "3" });
    const second = map({ a: "1", b: "3", "c.d": "4" });
    const mistake = mistakeIn(duplicates(first, second));
    expect(mistake).toMatchObject({ code: "graph/duplicate-id", severity: "error", path: ["data", "b"] });
    expect(mistake.message).toBe(
      'ConfigMap default/settings is made twice with different content: data.b, data["c.d"]',
    );
    expect(mistake.hint).toBe("make it once and use the value in both places, or give one of them another name");
    expect(mistake.site).toBe(callSiteOf(second));
    expect(mistake.related?.map(({ site }) => site)).toEqual([callSiteOf(first)]);
    expect(mistake.resource).toEqual({ group: "", kind: "ConfigMap", namespace: "default", name: "settings" });
  });

  test.each([
    ["a field that one lacks", applying("a", "./a"), applying("a", "./a", { timeout: "5m" }), "spec.timeout"],
    [
      "null and nothing",
      map({}),
      configMap("settings", { data: {}, immutable: JSON.parse("null") }, { namespace: "default" }),
      "immutable",
    ],
    [
      "a list",
      applying("a", "./a", { components: ["x"] }),
      applying("a", "./a", { components: ["x", "y"] }),
      "spec.components",
    ],
    [
      "the order of a list",
      applying("a", "./a", { components: ["x", "y"] }),
      applying("a", "./a", { components: ["y", "x"] }),
      "spec.components",
    ],
    [
      "a label",
      configMap("a", {}, { namespace: "default" }),
      configMap("a", {}, { namespace: "default", labels: { x: "y" } }),
      "metadata.labels",
    ],
    [
      "what it refers to",
      applying("a", "./a"),
      applying("a", "./a", { sourceRef: external("GitRepository", "b") }),
      "spec.sourceRef.name",
    ],
    [
      "a number and its text",
      resource({ apiVersion: "v1", kind: "T", metadata: { name: "a" }, x: 1 }),
      resource({ apiVersion: "v1", kind: "T", metadata: { name: "a" }, x: "1" }),
      "x",
    ],
  ])("are different in %s", (_what, first, second, path) => {
    const outcome = duplicates(first, second);
    expect(outcome.codes).toEqual(["graph/duplicate-id"]);
    expect(onlyFinding(outcome, "graph/duplicate-id").path).toBe(path);
  });

  test("are different in the file that they name", () => {
    const first = configMap("settings", {}, { namespace: "default", file: "one.yaml" });
    const second = configMap("settings", {}, { namespace: "default", file: "two.yaml" });
    const mistake = mistakeIn(duplicates(first, second));
    expect(mistake.code).toBe("graph/duplicate-id");
    expect(mistake.message).toContain("the file");
  });

  test("are different in the encrypted file that stands for them", () => {
    const at = { namespace: "default" };
    for (const second of [encryptedFile("key", "two.yaml", at), secret("key", {}, at)]) {
      for (const resources of [
        [encryptedFile("key", "one.yaml", at), second],
        [second, encryptedFile("key", "one.yaml", at)],
      ]) {
        const mistake = mistakeIn(compileResources(resources));
        expect(mistake.code).toBe("graph/duplicate-id");
        expect(mistake.message).toContain("the encrypted file");
      }
    }
    expect(duplicates(encryptedFile("key", "one.yaml", at), encryptedFile("key", "one.yaml", at)).codes).toEqual([]);
  });

  test("are told at the second, also where neither says its namespace", () => {
    const [first, second] = [applying("a", "./a"), applying("a", "./b")];
    const mistake = mistakeIn(duplicates(first, second));
    expect([mistake.site, ...(mistake.related ?? []).map(({ site }) => site)]).toEqual(
      [second, first].map((value) => callSiteOf(value)),
    );
  });

  test("are told at the one that is needed and at the one that is listed", () => {
    const listed = git("platform");
    const needed = gitRepository("platform", { url: "https://example.com/other", interval: "1m" });
    const mistake = mistakeIn(compileResources([listed, applying("apps", "./apps", { sourceRef: needed })]));
    expect(mistake.code).toBe("graph/duplicate-id");
    expect(mistake.message).toContain("spec.url");
    expect([mistake.site, ...(mistake.related ?? []).map(({ site }) => site)]).toEqual([
      callSiteOf(needed),
      callSiteOf(listed),
    ]);
  });

  test("are said for each that differs from the first", () => {
    expect(compileResources([map({ a: "1" }), map({ a: "2" }), map({ b: "1" }), map({ a: "1" })]).codes).toEqual([
      "graph/duplicate-id",
      "graph/duplicate-id",
    ]);
  });

  test("are different by what their groups give", () => {
    const settings = configMap("settings", {}, { namespace: "default" });
    const outcome = compileResources([
      group({ labels: { team: "a" } }, settings),
      group({ labels: { team: "b" } }, settings),
    ]);
    expect(onlyFinding(outcome, "graph/duplicate-id").message).toContain("metadata.labels.team");
  });

  test("never show a value", () => {
    const at = { namespace: "default" };
    const outcome = duplicates(
      secret("key", { stringData: { token: "hunter2" } }, at),
      secret("key", { stringData: { token: "hunter3" } }, at),
    );
    expect(outcome.codes).toContain("graph/duplicate-id");
    expect(JSON.stringify(outcome.diagnostics)).not.toMatch(/hunter/);
  });

  test("may stand in different clusters", () => {
    const clusters = ["a", "b"].map((name) =>
      cluster(name, { path: `clusters/${name}`, flux: "2.9", resources: map({ name }) }),
    );
    expect(compile(clusters).codes).toEqual([]);
  });
});

describe("one value", () => {
  const repo = git("platform");

  test("may be listed twice: it is one object", () => {
    expect(compileResources([repo, [repo], group({}, repo)]).identities).toEqual([
      "GitRepository flux-system/platform",
    ]);
  });

  test("may stand in several clusters, and in each is what that cluster makes of it", () => {
    const settings = configMap("settings");
    const clusters = ["a", "b"].map((name) =>
      cluster(name, {
        path: `clusters/${name}`,
        flux: "2.9",
        resources: [namespace(name), group({ namespace: name }, settings)],
      }),
    );
    const outcome = compile(clusters);
    expect(outcome.codes).toEqual([]);
    expect(outcome.identities).toEqual(["Namespace a", "ConfigMap a/settings", "Namespace b", "ConfigMap b/settings"]);
    expect(settings.metadata).toEqual({ name: "settings" });
  });

  test("stands in several namespaces under several groups", () => {
    const settings = configMap("settings");
    const outcome = compileResources([
      namespace("a"),
      namespace("b"),
      group({ namespace: "a" }, settings),
      group({ namespace: "b" }, settings),
    ]);
    expect(outcome.codes).toEqual([]);
    expect(outcome.files).toMatchObject({
      "clusters/test/configmap-a-settings.yaml": ["ConfigMap a/settings"],
      "clusters/test/configmap-b-settings.yaml": ["ConfigMap b/settings"],
    });
  });

  test("is meant by a reference as the one in the referrer's namespace", () => {
    const settings = configMap("settings");
    const using = (where: string): Resource =>
      helmRelease(
        "app",
        { chartRef: external("OCIRepository", "app"), interval: "1h", valuesFrom: [settings] },
        { namespace: where },
      );
    const outcome = compileResources([
      group({ namespace: "a" }, settings),
      group({ namespace: "b" }, settings),
      using("a"),
      using("b"),
    ]);
    expect(outcome.codes).toEqual([]);
  });

  test("is ambiguous for a referrer in none of its namespaces", () => {
    const apps = group({ namespace: "a" }, git("x")) && git("x");
    const from = applying("apps", "./apps", { sourceRef: apps });
    const outcome = compileResources([
      namespace("a"),
      namespace("b"),
      group({ namespace: "a" }, apps),
      group({ namespace: "b" }, apps),
      from,
    ]);
    const finding = onlyFinding(outcome, "reference/ambiguous");
    expect(finding).toEqual({
      severity: "error",
      resource: "Kustomization flux-system/apps",
      path: "spec.sourceRef",
      message: 'spec.sourceRef of Kustomization flux-system/apps means GitRepository "x", which stands in "a" and "b"',
      hint: 'name one: external("GitRepository", "x", "a") or external("GitRepository", "x", "b")',
    });
  });

  test("is ambiguous in a slot that holds a name alone, where naming one would not do", () => {
    const key = secret("key");
    const repo = gitRepository("x", { url: "ssh://git@example.com", interval: "1m", secretRef: key });
    const listed = ["a", "b"].map((name) => [namespace(name), group({ namespace: name }, key)]);
    const finding = onlyFinding(compileResources([listed, repo]), "reference/ambiguous");
    expect(finding.path).toBe("spec.secretRef");
    expect(finding.hint).toContain('group({ namespace: "flux-system" }');
    expect(compileResources([listed, group({ namespace: "flux-system" }, key), repo]).codes).toEqual([]);
  });

  test("is not ambiguous any more when the hint is followed", () => {
    const repo = git("x");
    const from = applying("apps", "./apps", { sourceRef: external("GitRepository", "x", "b") });
    const outcome = compileResources([
      namespace("a"),
      namespace("b"),
      group({ namespace: "a" }, repo),
      group({ namespace: "b" }, repo),
      from,
    ]);
    expect(outcome.codes).toEqual([]);
    expect(outcome.manifest("Kustomization flux-system/apps")["spec"]).toMatchObject({
      sourceRef: { kind: "GitRepository", name: "x", namespace: "b" },
    });
  });
});

test("a directory's Kustomization in two groups applies it twice, which is an error", () => {
  const apps = kustomization("apps", {
    sourceRef: fluxSystem,
    path: directory("apps", configMap("settings", {}, { namespace: "default" })),
    interval: "1h",
    prune: true,
  });
  const outcome = compileResources([namespace("a"), group({ namespace: "a" }, apps), apps]);
  expect(outcome.codes).toEqual(["layout/duplicate-object"]);
});
