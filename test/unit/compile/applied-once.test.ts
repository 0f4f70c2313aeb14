import { describe, expect, test } from "vitest";
import {
  cluster,
  configMap,
  directory,
  external,
  group,
  namespace,
  type Resource,
  secret,
} from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compile, compileResources, mistakeIn } from "./compile-fleet.ts";
import { applying, git, oci, release } from "./small-resources.ts";

const settings = configMap("settings", {}, { namespace: "default" });
const remote = { secretRef: external("Secret", "remote") };
const otherRemote = { secretRef: external("Secret", "other-remote") };

describe("an object", () => {
  test("that two containers list is an error at it, with the places that apply it", () => {
    const kustomizations = ["a", "b"].map((name) => applying(name, directory(name, settings)));
    const mistake = mistakeIn(compileResources(kustomizations));
    expect(mistake.code).toBe("layout/duplicate-object");
    expect(mistake.site).toBe(callSiteOf(settings));
    expect(mistake.message).toContain("ConfigMap default/settings");
    expect(mistake.message).toContain('directory "a" (applied by Kustomization flux-system/a)');
    expect(mistake.message).toContain('directory "b" (applied by Kustomization flux-system/b)');
    expect(mistake.hint).toContain("list it in one of them only");
    expect(mistake.related?.map(({ site }) => site)).toEqual(kustomizations.map(callSiteOf));
  });

  test("that the root and a directory list is an error", () => {
    const { messages } = compileResources([settings, applying("a", directory("a", settings))]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain("the cluster's root");
  });

  test("that one container lists twice is one object", () => {
    const again = configMap("settings", {}, { namespace: "default" });
    const { codes, files } = compileResources([settings, settings, [again]]);
    expect(codes).toEqual([]);
    expect(Object.keys(files)).toEqual(["clusters/test/configmap-settings.yaml"]);
  });

  test("is another one in another namespace, or of another kind", () => {
    const others = [
      configMap("settings", {}, { namespace: "kube-system" }),
      secret("settings", {}, { namespace: "default" }),
    ];
    expect(compileResources([settings, applying("a", directory("a", others))]).codes).toEqual([]);
  });

  test("is another one on another API server", () => {
    const outcome = compileResources([
      settings,
      applying("a", directory("a", settings), { kubeConfig: remote }),
      applying("b", directory("b", settings), { kubeConfig: otherRemote }),
    ]);
    expect(outcome.codes).toEqual([]);
    expect(outcome.identities).toHaveLength(5);
  });

  test("is the same one in two directories of one remote cluster", () => {
    const given = ["a", "b"].map((name) => applying(name, directory(name, settings), { kubeConfig: remote }));
    expect(compileResources(given).codes).toEqual(["layout/duplicate-object"]);
  });

  test("of two clusters is two objects", () => {
    const clusters = ["a", "b"].map((name) =>
      cluster(name, { path: `clusters/${name}`, flux: "2.9", resources: settings }),
    );
    expect(compile(clusters).codes).toEqual([]);
  });

  test("that a targetNamespace moves onto another one is that one", () => {
    const moved = configMap("settings", {}, { namespace: "elsewhere" });
    const given = [settings, applying("a", directory("a", moved), { targetNamespace: "default" })];
    expect(compileResources(given).codes).toEqual(["layout/duplicate-object"]);
  });
});

describe("two values that a targetNamespace makes one object", () => {
  test("are one when nothing but their namespaces differs", () => {
    const apps = directory("apps", [configMap("a"), configMap("a", {}, { namespace: "elsewhere" })]);
    const { codes, identities } = compileResources(applying("apps", apps, { targetNamespace: "default" }));
    expect(codes).toEqual([]);
    expect(identities).toContain("ConfigMap default/a");
  });

  test("are an error when more differs", () => {
    const apps = directory("apps", [configMap("a"), configMap("a", { data: { a: "b" } }, { namespace: "elsewhere" })]);
    const { messages } = compileResources(applying("apps", apps, { targetNamespace: "default" }));
    expect(messages).toEqual(["ConfigMap default/a is made twice with different content: data"]);
  });
});

describe("one directory", () => {
  const content = group({}, [namespace("shop"), configMap("a", {}, { namespace: "shop" })]);
  const shared = directory("shared", content);

  function twice(first: object, second: object): readonly Resource[] {
    return [applying("first", shared, first), applying("second", shared, second)];
  }

  test("may serve Kustomizations with different kubeConfigs, and is written once", () => {
    const { codes, files } = compileResources(twice({ kubeConfig: remote }, { kubeConfig: otherRemote }));
    expect(codes).toEqual([]);
    expect(Object.keys(files).filter((path) => path.startsWith("shared/"))).toEqual([
      "shared/configmap-a.yaml",
      "shared/kustomization.yaml",
      "shared/namespace-shop.yaml",
    ]);
  });

  test("is owned by each of them", () => {
    const { compiled } = compileResources(twice({ kubeConfig: remote }, {}));
    const file = compiled.files.find(({ path }) => path === "shared/namespace-shop.yaml");
    expect(file?.owners).toHaveLength(2);
    expect(file?.owners[0]).toContain("flux-system/first");
    expect(file?.owners[1]).toBe("kustomize.toolkit.fluxcd.io/Kustomization/flux-system/second");
  });

  test("may serve Kustomizations with different targetNamespaces", () => {
    const apps = directory("apps", configMap("a"));
    const given = ["blue", "green"].map((name) => [namespace(name), applying(name, apps, { targetNamespace: name })]);
    const { codes, manifest, identities } = compileResources(given);
    expect(codes).toEqual([]);
    expect(identities.filter((identity) => identity.startsWith("ConfigMap"))).toHaveLength(1);
    expect(() => manifest("ConfigMap flux-system/a")).toThrow();
  });

  test("may not serve two that differ in neither", () => {
    const [first, second] = twice({}, { interval: "1h" });
    const mistake = mistakeIn(compileResources([first, second]));
    expect(mistake.code).toBe("layout/duplicate-object");
    expect(mistake.message).toContain("Namespace shop and 1 more are applied more than once");
    expect(mistake.hint).toContain("another kubeConfig or targetNamespace");
    expect(mistake.related?.map(({ site }) => site)).toEqual(
      [first, second].map((value) => value && callSiteOf(value)),
    );
  });

  test("may not serve two whose targetNamespaces differ when its objects have no namespace", () => {
    const cluster = directory("cluster", namespace("shop"));
    const given = ["default", "kube-system"].map((name) => applying(name, cluster, { targetNamespace: name }));
    expect(compileResources(given).codes).toEqual(["layout/duplicate-object"]);
  });

  test("may not serve two for which its bytes differ: a namespace that is given, or left to targetNamespace", () => {
    const source = git("own");
    const inner = directory("inner", applying("inner", "./elsewhere", { sourceRef: source }, {}));
    const given = [source, applying("plain", inner), applying("moved", inner, { targetNamespace: "default" })];
    const mistake = mistakeIn(compileResources(given));
    expect(mistake.code).toBe("directory/conflict");
    expect(mistake.site).toBe(callSiteOf(inner));
    expect(mistake.message).toContain('directory "inner" is applied in several ways');
    expect(mistake.message).toContain(
      'Kustomization "inner" of namespace "flux-system" is in it only when Kustomization flux-system/plain applies it',
    );
    expect(mistake.hint).toContain("its own directory");
  });

  test("may not serve two clusters when only one of them has elsewhere what it needs", () => {
    const chart = oci("chart");
    const apps = directory("apps", release("app", chart));
    const given = [chart, applying("here", apps), applying("there", apps, { kubeConfig: remote })];
    const mistake = mistakeIn(compileResources(given));
    expect(mistake.code).toBe("directory/conflict");
    expect(mistake.message).toContain(
      'OCIRepository "chart" of namespace "flux-system" is in it only when Kustomization flux-system/there applies it',
    );
  });

  test("may be made twice with the same content", () => {
    const make = (name: string, kubeConfig?: typeof remote) =>
      applying(name, directory("apps", configMap("a", {}, { namespace: "default" })), kubeConfig && { kubeConfig });
    expect(compileResources([make("a"), make("b", remote)]).codes).toEqual([]);
  });

  test.each([
    ["other resources", directory("apps", []), {}],
    ["other options", directory("apps", settings, { namespace: "x" }), {}],
  ])("may not be made twice with %s", (_what, second) => {
    const first = directory("apps", settings);
    const given = [applying("a", first), applying("b", second, { kubeConfig: remote })];
    const outcome = compileResources(given);
    const conflicts = outcome.diagnostics.filter(({ code }) => code === "directory/conflict");
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]?.site).toBe(callSiteOf(second));
    expect(conflicts[0]?.message).toContain('"apps"');
    expect(conflicts[0]?.hint).toContain("another path");
    expect(conflicts[0]?.related?.[0]?.site).toBe(callSiteOf(first));
  });

  test("that a string names again is applied twice", () => {
    const again = applying("again", "shared/");
    const mistake = mistakeIn(compileResources([applying("first", shared), again]));
    expect(mistake.code).toBe("layout/duplicate-object");
    expect(mistake.site).toBe(callSiteOf(again));
    expect(mistake.path).toEqual(["spec", "path"]);
    expect(mistake.hint).toContain("another kubeConfig or targetNamespace");
  });

  test("that a string names for another cluster or namespace is not", () => {
    const maps = directory("maps", configMap("a", {}, { namespace: "kube-system" }));
    const given = [
      applying("first", maps),
      applying("remote", "./maps", { kubeConfig: remote }),
      applying("moved", "./maps", { targetNamespace: "default" }),
    ];
    expect(compileResources(given).codes).toEqual([]);
  });

  test("that a string names for another namespace is, when an object has none", () => {
    const given = [applying("first", shared), applying("moved", "./shared", { targetNamespace: "default" })];
    expect(compileResources(given).codes).toEqual(["layout/duplicate-object"]);
  });
});

describe("a directory that two clusters have", () => {
  const both = (make: (name: string) => Resource) =>
    compile(["a", "b"].map((name) => cluster(name, { path: `clusters/${name}`, flux: "2.9", resources: make(name) })));

  test("is one when its bytes are equal", () => {
    const { codes, compiled } = both(() => applying("apps", directory("apps", namespace("shop"))));
    expect(codes).toEqual([]);
    const shared = compiled.files.filter(({ path }) => path.startsWith("apps/"));
    expect(shared.map(({ path, clusters }) => [path, clusters])).toEqual([
      ["apps/kustomization.yaml", ["a", "b"]],
      ["apps/namespace-shop.yaml", ["a", "b"]],
    ]);
  });

  test("may be applied in different ways", () => {
    const { codes, compiled } = both((name) => applying(name, directory("apps", namespace("shop"))));
    expect(codes).toEqual([]);
    expect(compiled.files.find(({ path }) => path === "apps/kustomization.yaml")?.owners).toEqual([
      "kustomize.toolkit.fluxcd.io/Kustomization/flux-system/a",
      "kustomize.toolkit.fluxcd.io/Kustomization/flux-system/b",
    ]);
  });

  const differences: Readonly<Record<string, { make: (name: string) => Resource; says: string }>> = {
    "an object more": {
      make: (name) => applying("apps", directory("apps", [namespace("shop"), name === "a" && namespace("more")])),
      says: "Namespace more",
    },
    "another field": {
      make: (name) => applying("apps", directory("apps", namespace("shop", {}, { labels: { cluster: name } }))),
      says: "metadata.labels.cluster",
    },
    "another file": {
      make: (name) => applying("apps", directory("apps", namespace("shop", {}, { file: `${name}.yaml` }))),
      says: "Namespace shop",
    },
    "other options": {
      make: (name) => applying("apps", directory("apps", namespace("shop"), { namespace: name })),
      says: "options",
    },
  };
  for (const [what, { make, says }] of Object.entries(differences)) {
    test(`is an error that names both when it has ${what}`, () => {
      const mistake = mistakeIn(both(make));
      expect(mistake.code).toBe("directory/conflict");
      expect(mistake.message).toContain('directory "apps" is not the same for clusters "a" and "b"');
      expect(mistake.message).toContain(says);
      expect(mistake.hint).toContain('its own, like directory("apps/b", …)');
      expect(mistake.site).toBeDefined();
      expect(mistake.related).toHaveLength(1);
    });
  }

  test("is compared for the objects that it needs as well", () => {
    const mistake = mistakeIn(both((name) => applying("apps", directory("apps", release("app", oci(name))))));
    expect(mistake.code).toBe("directory/conflict");
  });
});
