// What Flux makes of the folders that are written: every object is in exactly one of them, and all of them can be built.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { emitFile, isPrinted } from "../../sdk/emit/emit-file.ts";
import {
  cluster,
  configMap,
  directory,
  external,
  type Fleet,
  fleet,
  namespace,
  type Resource,
  type Resources,
  resource,
} from "../../sdk/index.ts";
import { encryptingView } from "../tools/encrypting-view.ts";
import { type BuiltObject, buildLikeFlux, findKustomize } from "../tools/kustomize.ts";
import { temporaryFolder, writeFiles } from "../tools/project.ts";
import { compile } from "../unit/compile/compile-fleet.ts";
import { applying, git, oci, release } from "../unit/compile/small-resources.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));

const kustomize = findKustomize();

/** Builds every folder that Flux applies for a cluster, and says how often each object is in them. */
function appliedObjects(program: Fleet, root: string): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const { compiled, codes } = compile(program, {}, encryptingView(root));
  expect(codes).toEqual([]);
  for (const file of compiled.files) {
    mkdirSync(dirname(join(root, file.path)), { recursive: true });
    if (file.type === "encrypted") cpSync(join(root, file.from), join(root, file.path));
    // What was encrypted once stands there already.
    else if (isPrinted(file)) writeFileSync(join(root, file.path), emitFile(file));
  }
  return Object.fromEntries(
    compiled.clusters.map(({ name, path }) => {
      const directories = compiled.files.filter(
        (file) => file.type === "kustomization" && file.clusters.includes(name),
      );
      const folders = [path, ...directories.map((file) => dirname(file.path))];
      return [name, count(folders.flatMap((folder) => buildLikeFlux(join(root, folder), kustomize ?? (() => []))))];
    }),
  );
}

function count(objects: readonly BuiltObject[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { apiVersion, kind, metadata } of objects) {
    const key = `${apiVersion} ${kind} ${metadata.namespace ?? ""}/${metadata.name}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** The objects of each cluster, as they are written, once each. */
function writtenOnce(program: Fleet): Readonly<Record<string, Readonly<Record<string, number>>>> {
  return Object.fromEntries(
    compile(program).compiled.clusters.map(({ name, resources }) => [
      name,
      Object.fromEntries(
        resources.map(({ manifest: { apiVersion, kind, metadata } }) => [
          `${apiVersion} ${kind} ${metadata["namespace"] ?? ""}/${metadata["name"]}`,
          1,
        ]),
      ),
    ]),
  );
}

const inDefault = { namespace: "default" };

/** A Kustomization `name` with a directory of its own. */
function folder(name: string, path: string, resources: Resources, options: object = {}): Resource {
  return applying(name, directory(path, resources), options);
}

const fleets: Readonly<Record<string, Resources>> = {
  "directories in directories": [
    folder("a", "apps", [
      namespace("a"),
      folder("b", "apps/b", [namespace("b"), folder("c", "apps/b/x/y/c", namespace("c"))]),
      folder("d", "apps/.d", namespace("d")),
    ]),
    folder("e", "apps/b/x", namespace("e")),
  ],
  "files in folders, with several documents, with names that collide": [
    configMap("a", {}, { ...inDefault, file: "maps/a.yaml" }),
    configMap("b", {}, { ...inDefault, file: "maps/.hidden/b.yml" }),
    configMap("c", {}, { ...inDefault, file: "both.yaml" }),
    namespace("shop", {}, { file: "both.yaml" }),
    configMap("same", {}, inDefault),
    configMap("same", {}, { namespace: "shop" }),
    resource({ apiVersion: "example.com/v1", kind: "ConfigMap", metadata: { name: "same" } }),
    folder("f", "files", [
      configMap("d", {}, { ...inDefault, file: "maps/a.yaml" }),
      folder("g", "files/maps", configMap("b", {}, { namespace: "shop" })),
    ]),
  ],
  "what is needed, on two API servers": [
    release("here", oci("chart")),
    folder("r", "remote", release("there", oci("chart"), { namespace: "kube-system" }), {
      kubeConfig: { secretRef: external("Secret", "remote") },
      sourceRef: git("own"),
    }),
  ],
  "nothing at all": folder("empty", "empty", []),
};

describe("every object is applied exactly once", () => {
  for (const [what, resources] of Object.entries(fleets)) {
    test(what, ({ skip }) => {
      skip(kustomize === undefined, "neither kustomize nor kubectl is there");
      const sources = [
        { source: external("GitRepository", "flux-system") },
        { source: external("GitRepository", "own") },
      ];
      const program = fleet(cluster("test", { path: "clusters/test", flux: "2.9", resources, sources }));
      const want = writtenOnce(program);
      expect(appliedObjects(program, temporaryFolder())).toEqual(
        what.includes("two API servers") ? { test: twice(want["test"], "OCIRepository") } : want,
      );
    });
  }

  test("two clusters with a directory in common", ({ skip }) => {
    skip(kustomize === undefined, "neither kustomize nor kubectl is there");
    const shared = directory("shared", [namespace("shop"), configMap("a", {}, { namespace: "shop" })]);
    const clusters = ["a", "b"].map((name) =>
      cluster(name, { path: `clusters/${name}`, flux: "2.9", resources: applying("shared", shared) }),
    );
    expect(appliedObjects(fleet(clusters), temporaryFolder())).toEqual(writtenOnce(fleet(clusters)));
  });

  test("what people have in a cluster's path and in directories stays applied, and what is ignored is not", ({
    skip,
  }) => {
    skip(kustomize === undefined, "neither kustomize nor kubectl is there");
    const root = temporaryFolder();
    const map = (name: string): string =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: default\n`;
    writeFiles(root, {
      "clusters/test/flux-system/kustomization.yaml": "resources: [sync.yaml]\n",
      "clusters/test/flux-system/sync.yaml": map("sync"),
      "apps/base/kustomization.yaml": "resources: [base.yaml]\n",
      "apps/base/base.yaml": map("base"),
      "apps/more.yaml": map("more"),
      "apps/old.yaml": map("old"),
      "apps/values.txt": "a\n",
    });
    const options = {
      include: ["base", "more.yaml"],
      ignore: ["old.yaml"],
      configMapGenerator: [
        { name: "values", namespace: "default", files: ["values.txt"], options: { disableNameSuffixHash: true } },
      ],
    };
    const apps = applying("apps", directory("apps", namespace("shop"), options));
    const program = fleet(cluster("test", { path: "clusters/test", flux: "2.9", resources: apps }));
    const others = ["sync", "base", "more", "values"].map((name) => [`v1 ConfigMap default/${name}`, 1]);
    expect(appliedObjects(program, root)).toEqual({
      test: { ...writtenOnce(program)["test"], ...Object.fromEntries(others) },
    });
  });

  test.for(["company", "home", "production-fleet"])("examples/%s", async (name, { skip }) => {
    skip(kustomize === undefined, "neither kustomize nor kubectl is there");
    const program: { readonly default: Fleet } = await import(join(EXAMPLES, name, "fleet.ts"));
    const root = temporaryFolder();
    const leaveOut = join(EXAMPLES, name, "node_modules");
    cpSync(join(EXAMPLES, name), root, { recursive: true, filter: (path) => path !== leaveOut });
    const applied = appliedObjects(program.default, root);
    for (const [cluster, want] of Object.entries(writtenOnce(program.default))) {
      expect(applied[cluster]).toMatchObject(want);
      expect(Object.entries(applied[cluster] ?? {}).filter(([, times]) => times !== 1)).toEqual([]);
    }
  });
});

/** An object that each of two API servers has. */
function twice(counts: Readonly<Record<string, number>> = {}, kind: string): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).map(([key, times]) => [key, key.includes(` ${kind} `) ? 2 : times]));
}
