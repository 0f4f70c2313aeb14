import { describe, expect, test } from "vitest";
import { cluster, configMap, directory, external, namespace, type Resource, resource } from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compile, compileResources, mistakeIn, type Outcome } from "./compile-fleet.ts";
import { applying, git } from "./small-resources.ts";
import { listing, viewOf, written } from "./view-of.ts";

const CODE = "layout/duplicate-object";
const kubeConfig = { secretRef: external("Secret", "remote") };
const podinfo = applying("podinfo", directory("apps/podinfo", namespace("shop")));
const empty = viewOf({});

/** What a person's Kustomization says. */
function onDisk(name: string, path: string | undefined, spec: object = {}): object {
  const source = { kind: "GitRepository", name: "flux-system" };
  return {
    ...written("kustomize.toolkit.fluxcd.io/v1", "Kustomization", name, "flux-system"),
    spec: { sourceRef: source, ...(path === undefined ? {} : { path }), ...spec },
  };
}

function withPath(name: string, path: string | undefined, spec: object = {}): Resource {
  return applying(name, path ?? "", { path, ...spec });
}

describe("a path above a directory", () => {
  test("applies it a second time: one error for the two that apply it", () => {
    const two = directory("apps/podinfo", [namespace("shop"), namespace("more")]);
    const inner = applying("podinfo", two);
    const all = applying("all-apps", "./apps");
    const mistake = mistakeIn(compileResources([inner, all]));
    expect(mistake).toMatchObject({ code: CODE, severity: "error", path: ["spec", "path"] });
    expect(mistake.site).toBe(callSiteOf(all));
    expect(mistake.message).toBe(
      'Kustomization flux-system/all-apps applies "./apps", and with it directory "apps/podinfo" (applied by Kustomization flux-system/podinfo)',
    );
    expect(mistake.hint).toContain("a path that does not contain it");
    expect(mistake.related?.map(({ site }) => site)).toEqual([callSiteOf(inner)]);
  });

  test.each(["apps", "apps/", "./apps/.", "/apps", "././apps", "infra/../apps", "../apps", "apps//podinfo/.."])(
    "is the same written as %s",
    (path) => expect(compileResources([podinfo, applying("all", path)], {}, empty).codes).toEqual([CODE]),
  );

  test.each([undefined, "", ".", "./", "/"])("is the whole repository when it is %j", (path) => {
    const found = compileResources([podinfo, withPath("all", path)], {}, empty);
    expect(found.codes).toEqual([CODE, CODE]);
    expect(found.messages.join()).toContain("applies everything that its source delivers, and with it");
  });

  test.each([undefined, "./"])("is not judged when it is %j and the disk is not known", (path) => {
    expect(compileResources([podinfo, withPath("all", path)]).codes).toEqual([]);
  });

  const silent: Readonly<Record<string, readonly [path: string, spec: object]>> = {
    "beside it": ["./app", {}],
    "in it": ["./apps/podinfo/crds", {}],
    "on another API server": ["./apps", { kubeConfig }],
    "of a source that delivers something else": ["./apps", { sourceRef: git("other") }],
    "under which names are changed": ["./apps", { namePrefix: "x-" }],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is Flux that fills it in.
    "that is not known": ["./${apps}", {}],
  };
  test.each(Object.entries(silent))("says nothing of one %s", (_what, [path, spec]) => {
    expect(compileResources([podinfo, applying("all", path, spec)], {}, empty).codes).toEqual([]);
  });

  test("is found in a source whose artifact starts in a folder", () => {
    const sources = [{ source: external("GitRepository", "flux-system"), root: "apps" }];
    const given = [podinfo, withPath("all", undefined)];
    expect(compileResources(given, { sources }, empty).codes).toEqual([CODE]);
    expect(compileResources([podinfo, applying("all", "apps")], { sources }, empty).codes).toEqual([]);
  });

  test("says nothing when a second source that delivers this repository ignores files", () => {
    const own = git("own");
    const ignoring = { ...own, spec: { url: "https://example.com/own", interval: "1m", ignore: "/apps" } };
    const sources = [{ source: external("GitRepository", "flux-system") }, { source: ignoring }];
    const all = applying("all", "./apps", { sourceRef: ignoring });
    expect(compileResources([podinfo, all], { sources }, empty).codes).toEqual([]);
  });

  test.each([
    ["namespaced objects alone", configMap("a", {}, { namespace: "kube-system" }), []],
    ["objects that are moved onto the same", configMap("a", {}, { namespace: "default" }), [CODE]],
    ["an object of no namespace", namespace("shop"), [CODE]],
    [
      "an object of unknown scope",
      resource({ apiVersion: "example.com/v1", kind: "Thing", metadata: { name: "a" } }),
      [],
    ],
  ])("with another targetNamespace takes %s", (_what, content, codes) => {
    const given = [
      applying("inner", directory("apps/inner", content)),
      applying("all", "apps", { targetNamespace: "default" }),
    ];
    expect(compileResources(given, {}, empty).codes).toEqual(codes);
  });

  test("applies nothing twice when the directory has nothing", () => {
    const given = [applying("inner", directory("apps/inner", [])), applying("all", "apps")];
    expect(compileResources(given, {}, empty).codes).toEqual([]);
  });

  const kustomizations: readonly (readonly [string, Readonly<Record<string, readonly object[]>>, readonly string[]])[] =
    [
      ["leaves it out", { "apps/kustomization.yaml": listing("other.yaml") }, []],
      ["lists it", { "apps/kustomization.yaml": listing("podinfo") }, [CODE]],
      ["above leaves it out", { "kustomization.yaml": listing("other.yaml") }, [CODE]],
    ];
  test.each(kustomizations)("follows a kustomization file that %s", (_what, files, codes) => {
    expect(compileResources([podinfo, applying("all", "./apps")], {}, viewOf(files)).codes).toEqual(codes);
  });

  test("takes of nested directories the outer one alone, whose kustomization file does not list the inner", () => {
    const outer = applying("outer", directory("apps", namespace("outer")));
    const { messages } = compileResources([podinfo, outer, applying("all", "./apps")], {}, empty);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('the same as directory "apps"');
  });

  test("is no matter of another cluster's", () => {
    const clusters = [
      cluster("a", { path: "clusters/a", flux: "2.9", resources: podinfo }),
      cluster("b", { path: "clusters/b", flux: "2.9", resources: applying("all", "./apps") }),
    ];
    expect(compile(clusters, {}, empty).codes).toEqual([]);
  });
});

describe("the path of the cluster", () => {
  const sync = onDisk("flux-system", "./clusters/test");
  const file = "clusters/test/flux-system/gotk-sync.yaml";

  test("is applied twice by a Kustomization beside the sync", () => {
    const all = applying("all", "./clusters/test");
    const mistake = mistakeIn(compileResources(all, {}, viewOf({ [file]: [sync] })));
    expect(mistake).toMatchObject({ code: CODE, severity: "error" });
    expect(mistake.message).toContain('the path of cluster "test", which Flux\'s own sync applies');
    expect(mistake.hint).toContain("delete it");
  });

  test("is a warning when what applies it may be the sync itself", () => {
    expect(mistakeIn(compileResources(applying("all", "clusters/test"))).severity).toBe("warning");
  });

  test("is applied by the sync that the program makes", () => {
    expect(compileResources(applying("flux-system", "./clusters/test"), {}, empty).codes).toEqual([]);
  });

  test("is not applied by Flux when Pulumi applies it", () => {
    const given = cluster("test", {
      path: "clusters/test",
      flux: "2.9",
      resources: applying("all", "./clusters/test"),
    });
    expect(compile(given, { roots: "api" }).codes).toEqual([]);
  });

  test("is applied by a path above it too", () => {
    const { messages } = compileResources(applying("all", "./clusters"), {}, viewOf({ [file]: [sync] }));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('and with it the path of cluster "test", "clusters/test"');
  });

  test("of another cluster is applied once, and exists when it is about to be written", () => {
    const clusters = [
      cluster("management", {
        path: "clusters/management",
        flux: "2.9",
        resources: [podinfo, applying("edge", "./clusters/edge", { kubeConfig })],
      }),
      cluster("edge", { path: "clusters/edge", flux: "2.9", resources: namespace("shop") }),
    ];
    expect(compile(clusters, {}, viewOf({}, { folders: { "clusters/edge": false } })).codes).toEqual([]);
  });
});

describe("a Kustomization that a person wrote into the cluster's path", () => {
  const file = "clusters/test/infra.yaml";
  const inside = (document: object, files: Readonly<Record<string, readonly object[]>> = {}): Outcome =>
    compileResources(podinfo, {}, viewOf({ [file]: [document], ...files }));

  test("applies a directory a second time", () => {
    const mistake = mistakeIn(inside(onDisk("infra", "./apps")));
    expect(mistake).toMatchObject({ code: CODE, severity: "error", file });
    expect(mistake.message).toContain('Kustomization flux-system/infra applies "./apps"');
    expect(mistake.site).toBe(callSiteOf(podinfo));
  });

  test.each([
    ["applies the cluster's path", onDisk("sync", "./clusters/test")],
    ["applies a folder beside", onDisk("infra", "./infra")],
    ["applies another cluster", onDisk("infra", "./apps", { kubeConfig: { secretRef: { name: "remote" } } })],
    ["reads another source", onDisk("infra", "./apps", { sourceRef: { kind: "GitRepository", name: "other" } })],
    ["says nothing of a source", onDisk("infra", "./apps", { sourceRef: undefined })],
  ])("may stay when it %s", (_what, document) => {
    expect(inside(document).codes).toEqual([]);
  });

  test("may stay when it is not applied", () => {
    const kustomization = { "clusters/test/kustomization.yaml": listing("kustomization-podinfo.yaml") };
    expect(inside(onDisk("infra", "./apps"), kustomization).codes).toEqual([]);
  });

  test("applies what a Kustomization of the program applies", () => {
    const view = viewOf({ [file]: [onDisk("infra", "./infra")] });
    const mistake = mistakeIn(compileResources(applying("more", "infra/"), {}, view));
    expect(mistake).toMatchObject({ code: CODE, severity: "warning" });
    expect(mistake.message).toContain(`Kustomization flux-system/infra in ${JSON.stringify(file)}`);
  });
});

describe("two Kustomizations of one folder that Sluice does not write", () => {
  const two = (spec: object, path = "./apps"): Outcome =>
    compileResources([applying("a", "./apps"), applying("b", path, spec)]);

  test("are a warning that can be silenced", () => {
    const mistake = mistakeIn(two({}, "apps/"));
    expect(mistake).toMatchObject({ code: CODE, severity: "warning", path: ["spec", "path"] });
    expect(mistake.message).toBe(
      'Kustomization flux-system/b applies "apps/" of GitRepository flux-system/flux-system, the same as Kustomization flux-system/a',
    );
    const silenced = applying("b", "apps", {}, { silence: [CODE] });
    expect(compileResources([applying("a", "./apps"), silenced]).codes).toEqual([]);
  });

  const silent: Readonly<Record<string, object>> = {
    kubeConfig: { kubeConfig },
    targetNamespace: { targetNamespace: "default" },
    patches: { patches: [{ patch: "[]", target: { kind: "Deployment" } }] },
    namePrefix: { namePrefix: "b-" },
    nameSuffix: { nameSuffix: "-b" },
    postBuild: { postBuild: { substitute: { NAME: "b" } } },
    components: { components: ["b"] },
    sourceRef: { sourceRef: git("other") },
  };
  test.each(Object.entries(silent))("may differ in %s", (_field, spec) => {
    expect(two(spec).codes).toEqual([]);
  });

  test("may belong to two clusters", () => {
    const clusters = ["a", "b"].map((name) =>
      cluster(name, { path: `clusters/${name}`, flux: "2.9", resources: applying(name, "./apps") }),
    );
    expect(compile(clusters).codes).toEqual([]);
  });
});
