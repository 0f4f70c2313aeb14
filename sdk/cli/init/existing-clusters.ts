import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type { FluxVersion } from "../../model/flux-version.ts";
import { FLUX_VERSIONS } from "../../model/flux-versions.gen.ts";
import { ignoring } from "../disk/error-code.ts";

/** A cluster that Flux was bootstrapped to. */
export interface ExistingCluster {
  /** From the repository's root. */
  readonly path: string;
  /** The minor of Flux, where it is one that Sluice knows. */
  readonly flux: FluxVersion | undefined;
}

/** How deep clusters are looked for: `clusters/europe/production` and the like. */
const DEPTH = 4;

/** What a bootstrap leaves beside the objects of a cluster. */
const BOOTSTRAP = "flux-system";

/** Finds the clusters of a repository by what `flux bootstrap` wrote to them. */
export function existingClusters(root: string): readonly ExistingCluster[] {
  return foldersOf(root, "", 0)
    .map((path) => ({ path, flux: fluxVersionOf(join(root, path, BOOTSTRAP, "gotk-components.yaml")) }))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}

function foldersOf(root: string, folder: string, depth: number): readonly string[] {
  const entries = ignoring(["EACCES"], () => readdirSync(join(root, folder), { withFileTypes: true })) ?? [];
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const isCluster =
    folder !== "" && names.includes(BOOTSTRAP) && readdirSync(join(root, folder, BOOTSTRAP)).includes("gotk-sync.yaml");
  // The paths of clusters do not nest.
  if (isCluster) return [folder];
  if (depth === DEPTH) return [];
  const below = names.filter((name) => !name.startsWith(".") && name !== "node_modules");
  return below.flatMap((name) => foldersOf(root, posix.join(folder, name), depth + 1));
}

/** The file's first lines say which version wrote it. */
function fluxVersionOf(file: string): FluxVersion | undefined {
  const text = ignoring(["ENOENT"], () => readFileSync(file, "utf8")) ?? "";
  const minor = /^# Flux Version: v(\d+\.\d+)/m.exec(text.slice(0, 1000))?.[1];
  return FLUX_VERSIONS.find((known) => known === minor);
}
