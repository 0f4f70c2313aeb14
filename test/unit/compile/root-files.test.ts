import { describe, expect, test } from "vitest";
import { configMap, type Directory, directory, external, namespace, type Resources } from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compileResources, mistakeIn } from "./compile-fleet.ts";
import { applying, git } from "./small-resources.ts";
import { listing, viewOf, written } from "./view-of.ts";

const shop = namespace("shop");

function directoryOf(resources: Resources): Directory {
  return directory("apps", resources);
}

describe("the cluster's path", () => {
  test("holds the root's objects flat, and no kustomization file of ours", () => {
    const { files } = compileResources([shop, git("own"), applying("apps", "./apps")]);
    expect(Object.keys(files)).toEqual([
      "clusters/test/gitrepository-own.yaml",
      "clusters/test/kustomization-apps.yaml",
      "clusters/test/namespace-shop.yaml",
    ]);
  });

  test("may be the repository's root", () => {
    const { codes, files } = compileResources(shop, { path: "" });
    expect(codes).toEqual([]);
    expect(Object.keys(files)).toEqual(["namespace-shop.yaml"]);
  });
});

describe("a kustomization file that a person wrote in the cluster's path", () => {
  test.each(["kustomization.yaml", "kustomization.yml", "Kustomization"])(
    "as %s must list each file of ours",
    (name) => {
      const view = viewOf({ [`clusters/test/${name}`]: listing("flux-system", "./namespace-shop.yaml") });
      const own = git("own");
      const mistake = mistakeIn(compileResources([shop, own, git("third")], {}, view));
      expect(mistake.code).toBe("layout/not-listed");
      expect(mistake.file).toBe(`clusters/test/${name}`);
      expect(mistake.site).toBe(callSiteOf(own));
      expect(mistake.message).toContain('"gitrepository-own.yaml", "gitrepository-third.yaml"');
      expect(mistake.message).not.toContain("namespace-shop.yaml");
      expect(mistake.hint).toContain("- gitrepository-own.yaml, - gitrepository-third.yaml");
    },
  );

  test("that lists nothing lists none of ours", () => {
    const view = viewOf({ "clusters/test/kustomization.yaml": listing() });
    expect(compileResources(shop, {}, view).codes).toEqual(["layout/not-listed"]);
  });

  test("that lists every file is fine", () => {
    const view = viewOf({ "clusters/test/kustomization.yaml": listing("flux-system", "namespace-shop.yaml") });
    expect(compileResources(shop, {}, view).codes).toEqual([]);
  });

  test("may list a folder whose own kustomization file lists ours", () => {
    const own = configMap("own", {}, { namespace: "default", file: "maps/own.yaml" });
    const view = viewOf({
      "clusters/test/kustomization.yaml": listing("maps/"),
      "clusters/test/maps/kustomization.yaml": listing("own.yaml"),
    });
    expect(compileResources(own, {}, view).codes).toEqual([]);
  });

  test("does not take a file by listing its folder alone, which kustomize cannot build", () => {
    const own = configMap("own", {}, { namespace: "default", file: "maps/own.yaml" });
    const view = viewOf({ "clusters/test/kustomization.yaml": listing("maps") });
    const mistake = mistakeIn(compileResources(own, {}, view));
    expect(mistake.code).toBe("layout/not-listed");
    expect(mistake.hint).toContain("- maps/own.yaml");
  });

  test("in a folder below counts for the files that are put there", () => {
    const own = configMap("own", {}, { namespace: "default", file: "flux-system/own.yaml" });
    const view = viewOf({ "clusters/test/flux-system/kustomization.yaml": listing("gotk-sync.yaml") });
    const mistake = mistakeIn(compileResources([shop, own], {}, view));
    expect(mistake.code).toBe("layout/not-listed");
    expect(mistake.file).toBe("clusters/test/flux-system/kustomization.yaml");
    expect(mistake.hint).toContain("- own.yaml");
  });

  test("that lists itself in a circle comes to an end", () => {
    const view = viewOf({
      "clusters/test/kustomization.yaml": listing("a"),
      "clusters/test/a/kustomization.yaml": listing(".."),
    });
    expect(compileResources(shop, {}, view).codes).toEqual(["layout/not-listed"]);
  });

  test("of another cluster does not matter", () => {
    const view = viewOf({ "clusters/other/kustomization.yaml": listing() });
    expect(compileResources(shop, {}, view).codes).toEqual([]);
  });
});

describe("YAML beside the root's files", () => {
  const gotk = [
    written("source.toolkit.fluxcd.io/v1", "GitRepository", "flux-system", "flux-system"),
    written("kustomize.toolkit.fluxcd.io/v1", "Kustomization", "flux-system", "flux-system"),
  ];

  test("is fine when it is about other objects", () => {
    const view = viewOf({
      "clusters/test/flux-system/gotk-sync.yaml": gotk,
      "clusters/test/flux-system/kustomization.yaml": listing("gotk-sync.yaml"),
      "clusters/test/README.md": { type: "other" },
    });
    expect(compileResources(shop, {}, view).codes).toEqual([]);
  });

  test("that makes an object of ours is an error that names file and document", () => {
    const ours = git("flux-system");
    const view = viewOf({ "clusters/test/flux-system/gotk-sync.yaml": gotk });
    const mistake = mistakeIn(compileResources(ours, {}, view));
    expect(mistake.code).toBe("layout/duplicate-object");
    expect(mistake.site).toBe(callSiteOf(ours));
    expect(mistake.file).toBe("clusters/test/flux-system/gotk-sync.yaml");
    expect(mistake.message).toContain("GitRepository flux-system/flux-system");
    expect(mistake.message).toContain("document 1");
    expect(mistake.hint).toContain('external("GitRepository", "flux-system"');
  });

  test("is searched in the items of lists too", () => {
    const list = { apiVersion: "v1", kind: "List", items: [written("v1", "Namespace", "shop")] };
    const view = viewOf({ "clusters/test/all.yaml": [list] });
    expect(compileResources(shop, {}, view).codes).toEqual(["layout/duplicate-object"]);
  });

  test("clashes with what a directory of the same cluster writes, too: two Kustomizations apply it", () => {
    const view = viewOf({ "clusters/test/old.yaml": [written("v1", "Namespace", "shop")] });
    const apps = applying("apps", directoryOf(shop));
    const mistake = mistakeIn(compileResources(apps, {}, view));
    expect(mistake.code).toBe("layout/duplicate-object");
    expect(mistake.file).toBe("clusters/test/old.yaml");
  });

  test("has nothing to do with a remote cluster's objects", () => {
    const view = viewOf({ "clusters/test/old.yaml": [written("v1", "Namespace", "shop")] });
    const apps = applying("apps", directoryOf(shop), { kubeConfig: { secretRef: external("Secret", "remote") } });
    expect(compileResources(apps, {}, view).codes).toEqual([]);
  });

  test("that no kustomization file lists does not clash, since Flux does not apply it", () => {
    const view = viewOf({
      "clusters/test/kustomization.yaml": listing("namespace-shop.yaml"),
      "clusters/test/old.yaml": [written("v1", "Namespace", "shop")],
    });
    expect(compileResources(shop, {}, view).codes).toEqual([]);
  });

  test("that is the file to write is no clash: it is adopted or refused when it is written", () => {
    const view = viewOf({ "clusters/test/namespace-shop.yaml": [written("v1", "Namespace", "shop")] });
    expect(compileResources(shop, {}, view).codes).toEqual([]);
  });

  test("makes what strings and external references name", () => {
    const apps = applying("apps", "./apps", { sourceRef: { kind: "GitRepository", name: "tenants" } });
    const view = viewOf({
      "clusters/test/sources.yaml": [written("source.toolkit.fluxcd.io/v1", "GitRepository", "tenants", "flux-system")],
    });
    expect(compileResources(apps, {}, view).codes).toEqual([]);
    expect(compileResources(apps, {}, viewOf({})).codes).toEqual(["reference/unresolved"]);
    const kustomization = { "clusters/test/kustomization.yaml": listing("kustomization-apps.yaml") };
    const unlisted = viewOf({ ...Object.fromEntries(view.files), ...kustomization });
    expect(compileResources(apps, {}, unlisted).codes).toEqual(["reference/unresolved"]);
  });
});

describe("a file that fails Flux's build of the cluster's path", () => {
  const documents: Readonly<Record<string, object>> = {
    "without kind": { replicas: 3 },
    "without a name": { apiVersion: "v1", kind: "ConfigMap", metadata: { labels: {} } },
  };

  for (const [what, document] of Object.entries(documents)) {
    test(`because it has a document ${what} is a warning`, () => {
      const view = viewOf({ "clusters/test/values.yaml": [written("v1", "Namespace", "a"), document] });
      const mistake = mistakeIn(compileResources(shop, {}, view));
      expect(mistake).toMatchObject({ code: "layout/unreadable-yaml", severity: "warning" });
      expect(mistake.file).toBe("clusters/test/values.yaml");
      expect(mistake.message).toContain("document 2 has no");
      expect(mistake.hint).toContain(".sourceignore");
    });
  }

  test("is said together with the others", () => {
    const view = viewOf({
      "clusters/test/a.yaml": [{ replicas: 3 }],
      "clusters/test/b.yaml": { type: "unreadable", reason: "it is no valid YAML at line 3" },
    });
    const mistake = mistakeIn(compileResources(shop, {}, view));
    expect(mistake.file).toBe("clusters/test/a.yaml");
    expect(mistake.message).toContain('"clusters/test/a.yaml" and 1 more in "clusters/test"');
    expect(mistake.related).toEqual([{ message: "it is no valid YAML at line 3", file: "clusters/test/b.yaml" }]);
  });

  test("because it cannot be parsed is a warning with the reason", () => {
    const view = viewOf({
      "clusters/test/values.yaml": { type: "unreadable", reason: "it is no valid YAML at line 3" },
    });
    expect(mistakeIn(compileResources(shop, {}, view)).message).toContain("line 3");
  });

  test("is a warning when a kustomization file lists it", () => {
    const view = viewOf({
      "clusters/test/parts/values.yaml": [{ replicas: 3 }],
      "clusters/test/parts/kustomization.yaml": listing("values.yaml"),
    });
    expect(compileResources(shop, {}, view).codes).toEqual(["layout/unreadable-yaml"]);
  });

  test("is not looked at when a kustomization file leaves it out", () => {
    const view = viewOf({
      "clusters/test/values.yaml": [{ replicas: 3 }],
      "clusters/test/kustomization.yaml": listing("namespace-shop.yaml"),
    });
    expect(compileResources(shop, {}, view).codes).toEqual([]);
  });

  test.each([".sops.yaml", "sub/.flux.yaml", ".gitlab-ci.yml", ".github/workflows/ci.yaml"])(
    "is not %s, which no source delivers",
    (name) => {
      const view = viewOf({ [`clusters/test/${name}`]: [{ creation_rules: [] }] });
      expect(compileResources(shop, {}, view).codes).toEqual([]);
    },
  );
});
