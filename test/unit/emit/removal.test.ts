import { describe, expect, test } from "vitest";
import { INDEX_PATH } from "../../../sdk/emit/index-file.ts";
import { configMap, directory, namespace } from "../../../sdk/index.ts";
import type { Resources } from "../../../sdk/model/group.ts";
import { applying, git, oci, release } from "../compile/small-resources.ts";
import { build, clusterOf, type Disk } from "./simulated-builds.ts";

const settings = configMap("settings", { data: { value: "1" } }, { namespace: "default" });

/** What stops a build of `after`, behind one of `before`. */
function messages(before: Resources, after: Resources, allowPrune = false): readonly string[] {
  const disk: Disk = new Map();
  expect(build(disk, clusterOf("a", before)).codes).toEqual([]);
  const { diagnostics } = build(disk, clusterOf("a", after), { allowPrune });
  for (const { code, severity } of diagnostics)
    expect({ code, severity }).toEqual({ code: "removal/guarded", severity: "error" });
  return diagnostics.map(({ message }) => message);
}

describe("an object that is gone", () => {
  test("stops the build when its kind matters", () => {
    expect(messages([git("shop"), settings], [settings])).toEqual([
      'GitRepository flux-system/shop is gone from cluster "a": Flux would delete it',
    ]);
  });

  test("does not when it is allowed, or when its kind does not matter", () => {
    expect(messages([git("shop"), settings], [settings], true)).toEqual([]);
    expect(messages([git("shop"), settings], [git("shop")])).toEqual([]);
  });

  test("does not in another file under the same owner", () => {
    const renamed = namespace("shop", {}, { file: "other.yaml" });
    expect(messages([namespace("shop"), settings], [renamed, settings])).toEqual([]);
  });

  test("does not when Flux would leave it", () => {
    const kept = namespace("shop", {}, { annotations: { "kustomize.toolkit.fluxcd.io/prune": "disabled" } });
    expect(messages([kept, settings], [settings])).toEqual([]);
  });

  test("is reported at its old file, with its identity", () => {
    const disk: Disk = new Map();
    build(disk, clusterOf("a", [namespace("shop"), settings]));
    expect(build(disk, clusterOf("a", settings)).diagnostics).toMatchObject([
      { cluster: "a", file: "clusters/a/namespace-shop.yaml", resource: { kind: "Namespace", name: "shop" } },
    ]);
  });

  test("stops every build until something is done about it", () => {
    const disk: Disk = new Map();
    build(disk, clusterOf("a", [namespace("shop"), settings]));
    for (let times = 0; times < 2; times++) {
      expect(build(disk, clusterOf("a", settings))).toMatchObject({ codes: ["removal/guarded"], done: [] });
    }
    expect(build(disk, clusterOf("a", settings), { allowPrune: true }).done).toEqual([
      "remove clusters/a/namespace-shop.yaml",
    ]);
    expect(build(disk, clusterOf("a", settings)).codes).toEqual([]);
  });
});

describe("a Kustomization that is gone", () => {
  const chart = oci("shop", { namespace: "shop" });
  const content = [
    namespace("shop"),
    chart,
    release("shop", chart, { namespace: "shop" }),
    configMap("shop", {}, { namespace: "shop" }),
  ];

  test("takes what it applies along, and is said once", () => {
    expect(messages([applying("apps", directory("apps", content)), settings], [settings])).toEqual([
      'Kustomization flux-system/apps is gone from cluster "a": Flux would delete it, and with it Namespace shop, HelmRelease shop/shop, OCIRepository shop/shop and 1 more',
    ]);
  });

  test("takes along what hangs below what it applies", () => {
    const inner = applying("inner", directory("apps/inner", namespace("shop")));
    expect(messages([applying("outer", directory("apps/outer", inner)), settings], [settings])).toEqual([
      'Kustomization flux-system/outer is gone from cluster "a": Flux would delete it, and with it Namespace shop, Kustomization flux-system/inner',
    ]);
  });

  test("and that leaves its content behind may go", () => {
    const before = applying("apps", directory("apps", content), { prune: false });
    expect(messages([before, settings], [settings])).toEqual([]);
  });

  test("that stays loses what is taken out of its directory", () => {
    const before = applying("apps", directory("apps", content));
    const after = applying("apps", directory("apps", settings));
    expect(messages(before, after).toSorted()).toEqual([
      'HelmRelease shop/shop is gone from cluster "a": Flux would delete it',
      'Namespace shop is gone from cluster "a": Flux would delete it',
      'OCIRepository shop/shop is gone from cluster "a": Flux would delete it',
    ]);
  });
});

describe("an object that another Kustomization applies from now on", () => {
  test("stops the build when its kind matters, since the old one may prune it first", () => {
    const apps = (...content: Resources[]) => applying("apps", directory("apps", [settings, content]));
    expect(messages([apps(namespace("shop"))], [apps(), namespace("shop")])).toEqual([
      `Namespace shop moves from Kustomization flux-system/apps to the cluster's root in cluster "a": Flux would delete it if Kustomization flux-system/apps is applied first`,
    ]);
  });

  test("is reported where the program makes it", () => {
    const disk: Disk = new Map();
    build(disk, clusterOf("a", [namespace("shop"), settings]));
    const moved = applying("apps", directory("apps", namespace("shop")));
    expect(build(disk, clusterOf("a", [moved, settings])).diagnostics[0]?.site?.stack).toContain("removal.test.ts");
  });

  test("may move once its pruning is switched off", () => {
    const kept = namespace("shop", {}, { annotations: { "kustomize.toolkit.fluxcd.io/prune": "disabled" } });
    expect(messages([kept, settings], [applying("apps", directory("apps", kept)), settings])).toEqual([]);
  });

  test("is told from one of a shared directory, in which each cluster has its own owner", () => {
    const disk: Disk = new Map();
    const shared = (name: string) => applying(name, directory("apps", namespace("shop")));
    build(disk, [clusterOf("a", shared("apps-a")), clusterOf("b", shared("apps-b"))]);
    const withoutB = [clusterOf("a", shared("apps-a")), clusterOf("b", settings)];
    expect(build(disk, withoutB).diagnostics.map(({ message }) => message)).toEqual([
      'Kustomization flux-system/apps-b is gone from cluster "b": Flux would delete it, and with it Namespace shop',
    ]);
  });
});

describe("what keeps an owner from deleting", () => {
  const apps = (prune: boolean, ...content: Resources[]) =>
    applying("apps", directory("apps", [settings, content]), { prune });

  test("counts as it is after the build, where the owner stays", () => {
    const gone = 'Namespace shop is gone from cluster "a": Flux would delete it';
    expect(messages(apps(false, namespace("shop")), apps(true))).toEqual([gone]);
    expect(messages(apps(true, namespace("shop")), apps(true))).toEqual([gone]);
    expect(messages(apps(true, namespace("shop")), apps(false))).toEqual([]);
    expect(messages(apps(false, namespace("shop")), apps(false))).toEqual([]);
  });

  test("counts as it was before, where the owner goes", () => {
    const orphaning = applying("apps", directory("apps", namespace("shop")), { deletionPolicy: "Orphan" });
    expect(messages([orphaning, settings], [settings])).toEqual([]);
    const deleting = applying("apps", directory("apps", namespace("shop")), { prune: false, deletionPolicy: "Delete" });
    expect(messages([deleting, settings], [settings])).toEqual([
      'Kustomization flux-system/apps is gone from cluster "a": Flux would delete it, and with it Namespace shop',
    ]);
  });

  test("is each owner's own, also of one directory", () => {
    const sites = (...content: Resources[]) =>
      [true, false].map((prune, number) =>
        clusterOf(`c${number}`, applying("apps", directory("apps", [settings, content]), { prune })),
      );
    const disk: Disk = new Map();
    build(disk, sites(namespace("shop")));
    expect(build(disk, sites()).diagnostics.map(({ message }) => message)).toEqual([
      'Namespace shop is gone from cluster "c0": Flux would delete it',
    ]);
  });

  test("is the object's own mark as the cluster has it", () => {
    const kept = namespace("shop", {}, { annotations: { "kustomize.toolkit.fluxcd.io/prune": "disabled" } });
    expect(messages(apps(false, kept), apps(true))).toEqual([]);
  });
});

test("an object that talks to another API server leaves what it applied on the one before", () => {
  const apps = (name: string) =>
    applying("apps", directory("apps", namespace("shop")), { kubeConfig: { secretRef: { name } } });
  expect(messages(apps("one"), apps("two"))).toEqual([
    'Kustomization flux-system/apps of cluster "a" applies to another API server from now on: on the one before, nothing looks after Namespace shop any more',
  ]);
});

describe("a cluster", () => {
  test("whose path changes loses all that stands below the old one, since Flux goes on to read that", () => {
    const disk: Disk = new Map();
    const content = [namespace("shop"), settings, applying("apps", directory("apps", git("shop")))];
    build(disk, clusterOf("a", content));
    const moved = { ...clusterOf("a", content), path: "clusters/b" };
    expect(build(disk, moved)).toMatchObject({
      done: [],
      diagnostics: [
        {
          code: "removal/guarded",
          message:
            'cluster "a" moves from path "clusters/a" to "clusters/b": as long as Flux syncs "clusters/a", it would delete Namespace shop, Kustomization flux-system/apps, ConfigMap default/settings, with all that they apply',
        },
      ],
    });
    expect(build(disk, moved, { allowPrune: true }).done).toContain("remove clusters/a/namespace-shop.yaml");
    expect(build(disk, moved).codes).toEqual([]);
  });

  test("that is gone is one message", () => {
    const disk: Disk = new Map();
    build(disk, [clusterOf("a", settings), clusterOf("b", [namespace("shop"), git("shop"), settings])]);
    expect(build(disk, clusterOf("a", settings)).diagnostics.map(({ message }) => message)).toEqual([
      'cluster "b" is gone from the program: if Flux still syncs it, it would delete Namespace shop, GitRepository flux-system/shop, ConfigMap default/settings',
    ]);
  });

  test("may be called by another name, since its files stay", () => {
    const disk: Disk = new Map();
    const before = clusterOf("a", [applying("apps", directory("apps", namespace("shop"))), git("shop")]);
    build(disk, before);
    const outcome = build(disk, { ...before, name: "b" });
    expect(outcome).toMatchObject({ codes: [], done: [] });
    expect(disk.get(INDEX_PATH)).toContain('"clusters":{"b":');
  });

  test("that is not built is not looked at", () => {
    const disk: Disk = new Map();
    build(disk, [clusterOf("a", settings), clusterOf("b", [namespace("shop"), settings])]);
    const after = [clusterOf("a", settings), clusterOf("b", settings)];
    expect(build(disk, after, { clusters: ["a"] }).codes).toEqual([]);
    expect(build(disk, after, { clusters: ["b"] }).codes).toEqual(["removal/guarded"]);
  });
});
