import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAllDocuments } from "yaml";
import type { KubeObject } from "../cluster/objects.ts";

/** A document and where it stands. */
export interface PlacedDocument {
  /** The file, relative to the folder that was read, and the object: `apps/configmap-a.yaml: ConfigMap a`. */
  readonly place: string;
  readonly document: KubeObject;
}

const EXAMPLES_FOLDER = fileURLToPath(new URL("../../../examples", import.meta.url));

/** The examples that write files, by the names of their folders. */
export const EXAMPLES: readonly string[] = readdirSync(EXAMPLES_FOLDER)
  .filter((name) => existsSync(join(EXAMPLES_FOLDER, name, "fleet.ts")))
  .sort();

/** The folder of an example. */
export function exampleFolder(name: string): string {
  return join(EXAMPLES_FOLDER, name);
}

/** What an example's index says of a file. */
interface IndexedFile {
  /** The objects that apply it, by the names of clusters. */
  readonly clusters: Readonly<Record<string, readonly string[]>>;
  readonly objects: readonly string[];
}

/** What an example's build wrote: the YAML files by their paths. */
export function indexOf(example: string): ReadonlyMap<string, IndexedFile> {
  const index: Readonly<Record<string, IndexedFile>> = JSON.parse(
    readFileSync(join(EXAMPLES_FOLDER, example, ".sluice/index.json"), "utf8"),
  );
  return new Map(Object.entries(index).filter(([path]) => path.endsWith(".yaml")));
}

/** The paths of the YAML files that an example's build wrote. */
export function emittedFiles(example: string): readonly string[] {
  return [...indexOf(example).keys()].sort();
}

/** The objects of a YAML file. What is none, such as a `kustomization.yaml`, is left out. */
export function objectsOf(folder: string, path: string): readonly PlacedDocument[] {
  return parseAllDocuments(readFileSync(join(folder, path), "utf8"))
    .map((document): unknown => document.toJS())
    .filter(isObject)
    .filter(({ apiVersion }) => !apiVersion.startsWith("kustomize.config.k8s.io/"))
    .map((document) => ({ place: `${path}: ${titleOf(document)}`, document }));
}

function isObject(document: unknown): document is KubeObject {
  return typeof document === "object" && document !== null && "apiVersion" in document && "kind" in document;
}

/** An object in words: `GitRepository flux-system/platform`. */
function titleOf({ kind, metadata: { name, namespace } }: KubeObject): string {
  return `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;
}
