// kustomize and the flux CLI read every folder that the examples' programs write.
import { writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { temporaryFolder } from "../../tools/project.ts";
import type { KubeObject } from "../cluster/objects.ts";
import { runOrThrow } from "../cluster/tool.ts";
import { EXAMPLES, emittedFiles, exampleFolder, indexOf, objectsOf } from "./documents.ts";

const LISTS = "kustomization.yaml";

const titleOf = ({ kind, metadata }: KubeObject): string => `${kind} ${metadata.name}`;

/** The objects in the files that lie in a folder itself. */
function objectsIn(example: string, folder: string): readonly KubeObject[] {
  return objectsOfFiles(
    example,
    emittedFiles(example).filter((path) => posix.dirname(path) === folder),
  );
}

/** The objects in the files that lie in a folder or below it. */
function objectsBelow(example: string, folder: string): readonly KubeObject[] {
  return objectsOfFiles(
    example,
    emittedFiles(example).filter((path) => path.startsWith(`${folder}/`)),
  );
}

function objectsOfFiles(example: string, paths: readonly string[]): readonly KubeObject[] {
  const files = paths.filter((path) => !path.endsWith(`/${LISTS}`));
  return files.flatMap((path) => objectsOf(exampleFolder(example), path)).map(({ document }) => document);
}

/** What a command printed. */
function printed(text: string): readonly KubeObject[] {
  // Both commands print Kubernetes objects; after the last of them the flux CLI prints an empty document.
  return parseAllDocuments(text).flatMap((document) => (document.toJS() as KubeObject | null) ?? []);
}

const byTitle = (objects: readonly KubeObject[]): readonly KubeObject[] =>
  objects.toSorted((left, right) => (key(left) < key(right) ? -1 : 1));
const key = (object: KubeObject): string => `${titleOf(object)} ${object.metadata.namespace}`;

/** The Kustomizations that apply a directory: the file and the name of each. */
function appliersOf(example: string, directory: string): readonly (readonly [file: string, name: string])[] {
  const index = indexOf(example);
  const owners = Object.entries(index.get(`${directory}/${LISTS}`)?.clusters ?? {});
  return owners.flatMap(([cluster, keys]) =>
    keys.map((owner) => {
      // An owner far away says after its key where it applies.
      const [key = ""] = owner.split(" @ ");
      const holder = [...index].find(([, { clusters, objects }]) => cluster in clusters && objects.includes(key));
      if (holder === undefined) throw new Error(`no file of cluster "${cluster}" holds ${key}`);
      return [holder[0], key.slice(key.lastIndexOf("/") + 1)] as const;
    }),
  );
}

describe.for(EXAMPLES)("examples/%s", (example) => {
  const directories = emittedFiles(example)
    .filter((path) => posix.basename(path) === LISTS)
    .map((path) => posix.dirname(path));

  test("kustomize builds each directory to the objects of its files", async () => {
    expect(directories.length).toBeGreaterThan(2);
    for (const directory of directories) {
      const built = printed(await runOrThrow("kustomize", ["build", join(exampleFolder(example), directory)]));
      expect(byTitle(built)).toEqual(byTitle(objectsIn(example, directory)));
    }
  });

  test("flux builds the folder of each Kustomization", async () => {
    for (const directory of directories) {
      const appliers = appliersOf(example, directory);
      expect(appliers).not.toEqual([]);
      for (const [file, name] of appliers) {
        const root = exampleFolder(example);
        const built = await fluxBuild(name, join(root, file), join(root, directory));
        expect(built.map(titleOf).sort()).toEqual(objectsIn(example, directory).map(titleOf).sort());
      }
    }
  });

  test("flux builds each cluster's root", async () => {
    const folders = [...new Set(emittedFiles(example).map((path) => dirname(path)))];
    // A folder below a cluster's root, such as the one of a sync, is built with it.
    const roots = folders.filter(
      (folder) => folder.startsWith("clusters/") && !folders.some((other) => folder.startsWith(`${other}/`)),
    );
    expect(roots.length).toBeGreaterThan(0);
    const file = join(temporaryFolder(), "sync.yaml");
    for (const root of roots) {
      writeFileSync(file, syncOf(root));
      const built = await fluxBuild("flux-system", file, join(exampleFolder(example), root));
      expect(built.map(titleOf).sort()).toEqual(objectsBelow(example, root).map(titleOf).sort());
    }
  });
});

async function fluxBuild(name: string, file: string, folder: string): Promise<readonly KubeObject[]> {
  const args = ["build", "kustomization", name, "--path", folder, "--kustomization-file", file, "--dry-run"];
  return printed(await runOrThrow("flux", args));
}

/** The sync of a cluster's root, as bootstrap writes it. */
function syncOf(path: string): string {
  return `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: flux-system
  namespace: flux-system
spec:
  interval: 10m
  path: ./${path}
  prune: true
  sourceRef:
    kind: GitRepository
    name: flux-system
`;
}
