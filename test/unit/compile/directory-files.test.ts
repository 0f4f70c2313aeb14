import { describe, expect, test } from "vitest";
import { configMap, type DirectoryOptions, directory, external, namespace } from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compileResources, mistakeIn, type Outcome } from "./compile-fleet.ts";
import { applying } from "./small-resources.ts";
import { listing, viewOf, written } from "./view-of.ts";

const shop = namespace("shop");
const foreign = written("v1", "ConfigMap", "foreign", "default");

/** Compiles directory `apps`, with a Namespace in it, where some files stand already. */
function compileApps(files: Parameters<typeof viewOf>[0], options: DirectoryOptions = {}): Outcome {
  return compileResources(applying("apps", directory("apps", shop, options)), {}, viewOf(files));
}

describe("a directory's kustomization.yaml", () => {
  test("lists exactly the directory's own files, so that directories may nest", () => {
    const inner = applying("inner", directory("apps/inner", namespace("inner")));
    const { codes, files } = compileResources(applying("outer", directory("apps", [shop, inner])));
    expect(codes).toEqual([]);
    expect(files).toEqual({
      "clusters/test/kustomization-outer.yaml": ["Kustomization flux-system/outer"],
      "apps/kustomization-inner.yaml": ["Kustomization flux-system/inner"],
      "apps/kustomization.yaml": ["kustomization-inner.yaml", "namespace-shop.yaml"],
      "apps/namespace-shop.yaml": ["Namespace shop"],
      "apps/inner/kustomization.yaml": ["namespace-inner.yaml"],
      "apps/inner/namespace-inner.yaml": ["Namespace inner"],
    });
  });

  test("carries the directory's options", () => {
    const options: DirectoryOptions = { namespace: "shop", include: ["more.yaml"], components: ["../parts"] };
    const { compiled } = compileApps({ "apps/more.yaml": [foreign] }, options);
    const file = compiled.files.find(({ path }) => path === "apps/kustomization.yaml");
    expect(file).toMatchObject({ type: "kustomization", resources: ["namespace-shop.yaml"], options });
  });

  test.each(["kustomization.yml", "Kustomization"])("has no %s of somebody else's beside it", (name) => {
    const folder = directory("apps", shop);
    const view = viewOf({ [`apps/${name}`]: listing("a.yaml") });
    const mistake = mistakeIn(compileResources(applying("apps", folder), {}, view));
    expect(mistake.code).toBe("layout/foreign-kustomization");
    expect(mistake.file).toBe(`apps/${name}`);
    expect(mistake.site).toBe(callSiteOf(folder));
    expect(mistake.hint).toContain("options of directory()");
  });

  test("that somebody else wrote is adopted or refused when it is written", () => {
    expect(compileApps({ "apps/kustomization.yaml": listing("a.yaml") }).codes).toEqual([]);
  });
});

describe("other YAML in a directory", () => {
  test("is an error, because Flux would stop applying it", () => {
    const folder = directory("apps", shop);
    const view = viewOf({ "apps/foreign.yaml": [foreign] });
    const mistake = mistakeIn(compileResources(applying("apps", folder), {}, view));
    expect(mistake.code).toBe("layout/foreign-yaml");
    expect(mistake.file).toBe("apps/foreign.yaml");
    expect(mistake.site).toBe(callSiteOf(folder));
    expect(mistake.hint).toContain('include: ["foreign.yaml"]');
    expect(mistake.hint).toContain('ignore: ["foreign.yaml"]');
  });

  test("is said at once, with all that is to be written", () => {
    const mistake = mistakeIn(
      compileApps({
        "apps/a.yaml": [foreign],
        "apps/base/kustomization.yaml": listing("b.yaml"),
        "apps/base/b.yaml": [foreign],
        "apps/c/d.yaml": [foreign],
      }),
    );
    expect(mistake.message).toContain('"apps/a.yaml" and 3 more would not');
    expect(mistake.hint).toContain('include: ["a.yaml", "base", "c/d.yaml"]');
    expect(mistake.hint).toContain('ignore: ["a.yaml", "base/**", "c/d.yaml"]');
    expect(mistake.related?.map(({ file }) => file)).toEqual([
      "apps/base/kustomization.yaml",
      "apps/base/b.yaml",
      "apps/c/d.yaml",
    ]);
  });

  const anywhere = ["foreign.yml", "a/b/foreign.yaml", ".hidden/foreign.yaml"];
  test.each(anywhere)("is an error at any depth: %s", (name) => {
    expect(mistakeIn(compileApps({ [`apps/${name}`]: [foreign] })).hint).toContain(`include: ["${name}"]`);
  });

  test("is an error when it cannot be read, too", () => {
    const { codes } = compileApps({ "apps/foreign.yaml": { type: "unreadable", reason: "it is no valid YAML" } });
    expect(codes).toEqual(["layout/foreign-yaml"]);
  });

  test("is no error in a nested directory of ours, which is looked at by itself", () => {
    const inner = applying("inner", directory("apps/inner", [], { include: ["foreign.yaml"] }));
    const view = viewOf({ "apps/inner/foreign.yaml": [foreign] });
    expect(compileResources(applying("outer", directory("apps", inner)), {}, view).codes).toEqual([]);
  });

  const fine: Readonly<Record<string, string>> = {
    "our own file": "apps/namespace-shop.yaml",
    "a file of a neighbour": "apps-too/foreign.yaml",
    "a file that no source delivers": "apps/.sops.yaml",
  };
  for (const [what, path] of Object.entries(fine)) {
    test(`is not ${what}`, () => {
      expect(compileApps({ [path]: [foreign] }).codes).toEqual([]);
    });
  }

  test("is not what Sluice wrote before, or what is no YAML", () => {
    const { codes } = compileApps({ "apps/old.yaml": { type: "ours" }, "apps/README.md": { type: "other" } });
    expect(codes).toEqual([]);
  });
});

describe("an option of directory()", () => {
  const cases: Readonly<Record<string, { readonly files: readonly string[]; readonly options: DirectoryOptions }>> = {
    "include names a file": { files: ["foreign.yaml"], options: { include: ["foreign.yaml"] } },
    "include names a folder": {
      files: ["base/kustomization.yaml", "base/a/b.yaml"],
      options: { include: ["./base/"] },
    },
    "ignore names a file": { files: ["foreign.yaml"], options: { ignore: ["foreign.yaml"] } },
    "ignore has * for a part of a name": { files: ["a.yaml", "b.yaml"], options: { ignore: ["*.yaml"] } },
    "ignore has ** for folders": { files: ["a.yaml", "b/c/d.yaml"], options: { ignore: ["**/*.yaml"] } },
    "ignore has ** for everything below": { files: ["old/a.yaml", "old/b/c.yml"], options: { ignore: ["old/**"] } },
    "ignore has ? for a character": { files: ["a1.yaml"], options: { ignore: ["a?.yaml"] } },
    "patches names a file": { files: ["patch.yaml"], options: { patches: [{ path: "patch.yaml" }] } },
    "components names a folder": { files: ["part/kustomization.yaml"], options: { components: ["part"] } },
    "configMapGenerator names files": {
      files: ["values.yaml", "more.yaml", "env.yaml"],
      options: {
        configMapGenerator: [{ name: "values", files: ["values.yaml", "key.yaml=more.yaml"], envs: ["env.yaml"] }],
      },
    },
  };
  for (const [what, { files, options }] of Object.entries(cases)) {
    test(`${what}: nothing is said of it`, () => {
      expect(compileApps(Object.fromEntries(files.map((name) => [`apps/${name}`, [foreign]])), options).codes).toEqual(
        [],
      );
    });
  }

  test.each([
    ["*.yaml", "b/foreign.yaml"],
    ["old/*", "old/a/foreign.yaml"],
    ["a.yaml", "abyaml.yaml"],
    ["old", "old/foreign.yaml"],
  ])("ignore: [%j] does not mean %s", (glob, name) => {
    expect(compileApps({ [`apps/${name}`]: [foreign] }, { ignore: [glob] }).codes).toEqual(["layout/foreign-yaml"]);
  });

  test("include brings no object that the directory writes too", () => {
    const again = written("v1", "Namespace", "shop");
    const files = {
      "apps/more/kustomization.yaml": listing("again.yaml"),
      "apps/more/again.yaml": [foreign, again],
      "apps/more/unlisted.yaml": [written("v1", "Namespace", "shop")],
    };
    const mistake = mistakeIn(compileApps(files, { include: ["more"] }));
    expect(mistake.code).toBe("layout/duplicate-object");
    expect(mistake.message).toContain('"apps/more/again.yaml" too (document 2)');
    expect(mistake.site).toBe(callSiteOf(shop));
  });

  test("ignore keeps an object that the directory writes too from being applied", () => {
    const again = written("v1", "Namespace", "shop");
    expect(compileApps({ "apps/again.yaml": [again] }, { ignore: ["again.yaml"] }).codes).toEqual([]);
  });
});

describe("without a disk", () => {
  test("the rules about it are skipped", () => {
    expect(compileResources(applying("apps", directory("apps", shop, { include: ["gone.yaml"] }))).codes).toEqual([]);
  });
});

describe("where a directory lies", () => {
  test.each([
    ["clusters/test", "apps/test"],
    ["clusters/test/web", "web/test"],
    ["clusters/test/a/web", "a/web/test"],
    ["clusters", "apps/test"],
  ])("%s is not apart from the cluster's path, and %s is", (path, instead) => {
    const folder = directory(path, configMap("a", {}, { namespace: "default" }));
    const mistake = mistakeIn(compileResources(applying("apps", folder)));
    expect(mistake.code).toBe("layout/directory-place");
    expect(mistake.site).toBe(callSiteOf(folder));
    expect(mistake.message).toContain(`directory "${path}"`);
    expect(mistake.message).toContain('the path of cluster "test", "clusters/test"');
    expect(mistake.hint).toContain(`beside the clusters' folders: "${instead}"`);
  });

  test("may begin with the same letters", () => {
    expect(compileResources(applying("apps", directory("clusters/test-apps", shop))).codes).toEqual([]);
  });

  test("is not below the repository's root when that is a cluster's path", () => {
    const { codes } = compileResources(applying("apps", directory("apps", shop)), { path: "" });
    expect(codes).toEqual(["layout/directory-place"]);
  });

  const inside = applying("apps", directory("clusters/test/a/web", shop));
  const ours = "kustomization-apps.yaml";

  test("may be inside when a kustomization file in the cluster's path keeps it out", () => {
    const view = viewOf({ "clusters/test/kustomization.yaml": listing(ours) });
    expect(compileResources(inside, {}, view).codes).toEqual([]);
  });

  test("may be inside when a kustomization file on the way keeps it out", () => {
    const view = viewOf({ "clusters/test/a/kustomization.yaml": listing("other.yaml") });
    expect(compileResources(inside, {}, view).codes).toEqual([]);
  });

  test.each([
    { "clusters/test/kustomization.yaml": listing(ours, "a/web") },
    { "clusters/test/kustomization.yaml": listing(ours, "a"), "clusters/test/a/kustomization.yaml": listing("./web/") },
    { "clusters/test/a/kustomization.yaml": listing("web") },
    { "clusters/test/b/kustomization.yaml": listing("other.yaml") },
  ])("may not be inside when nothing keeps it out: %#", (files) => {
    expect(compileResources(inside, {}, viewOf(files)).codes).toEqual(["layout/directory-place"]);
  });

  test("is looked at for every cluster of the fleet", () => {
    const kubeConfig = { secretRef: external("Secret", "remote") };
    const remote = applying("remote", directory("clusters/test/remote", shop), { kubeConfig });
    expect(compileResources(remote).codes).toEqual(["layout/directory-place"]);
  });
});
