// The example restates a public repository. What it writes is compared with that repository as data: the Flux objects as they
// stand in the files, the folders as kustomize builds them.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { fixturesFolder } from "../fixtures-folder.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/kustomize-helm", import.meta.url));

/** The public repository, when it is there. */
function originalFolder(): string | undefined {
  const fixtures = fixturesFolder();
  if (fixtures === undefined) return undefined;
  const folder = join(fixtures, "corpus", "fluxcd+flux2-kustomize-helm-example");
  return existsSync(folder) ? folder : undefined;
}

/** A command that prints what kustomize makes of a folder: the one that KUSTOMIZE names, `kustomize` or `kubectl`. */
function kustomize(): readonly [string, ...string[]] | undefined {
  const named = process.env["KUSTOMIZE"];
  const candidates: (readonly [string, ...string[]])[] = [
    ...(named === undefined ? [] : [[named, "build"] as const]),
    ["kustomize", "build"],
    ["kubectl", "kustomize"],
  ];
  return candidates.find(([command]) => {
    try {
      execFileSync(command, ["version", ...(command === "kubectl" ? ["--client"] : [])], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
}

interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/** The objects of a text, by kind, namespace and name. */
function objects(text: string): Record<string, KubernetesObject> {
  const found: Record<string, KubernetesObject> = {};
  for (const document of parseAllDocuments(text)) {
    // What kustomize prints and what the repository holds at these places are Kubernetes objects.
    const object = document.toJS() as KubernetesObject | null;
    if (object === null) continue;
    const key = `${object.kind} ${object.metadata.namespace ?? ""}/${object.metadata.name}`;
    expect(found).not.toHaveProperty([key]);
    found[key] = object;
  }
  return found;
}

/** The objects that lie in a folder itself. */
function objectsIn(folder: string): Record<string, KubernetesObject> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => /\.ya?ml$/.test(entry.name));
  return objects(files.map((entry) => readFileSync(join(folder, entry.name), "utf8")).join("\n---\n"));
}

const original = originalFolder();
const builder = kustomize();

describe("the example restates flux2-kustomize-helm-example", () => {
  beforeEach(({ skip }) =>
    skip(original === undefined, "the public repository is not beside this one (see fixtures-folder.ts)"),
  );

  test.for(["clusters/staging", "clusters/production"])("%s: the same objects", (folder) => {
    const want = objectsIn(join(original ?? "", folder));
    expect(Object.keys(want)).toHaveLength(4);
    expect(objectsIn(join(EXAMPLE, folder))).toEqual(want);
  });

  test.for([
    ["apps/staging", 3],
    ["apps/production", 3],
    ["infrastructure/controllers", 6],
    ["infrastructure/configs", 3],
  ] as const)("%s: kustomize builds the same %d objects", ([folder, count], { skip }) => {
    if (builder === undefined) return skip("neither kustomize nor kubectl is there");
    const [command, ...args] = builder;
    const build = (root: string): Record<string, KubernetesObject> =>
      objects(execFileSync(command, [...args, join(root, folder)], { encoding: "utf8" }));
    const want = build(original ?? "");
    expect(Object.keys(want)).toHaveLength(count);
    expect(build(EXAMPLE)).toEqual(want);
  });
});
