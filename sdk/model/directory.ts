import { frozenCopy } from "./copy.ts";
import { folderPath } from "./folder-path.ts";
import type { Resources } from "./group.ts";
import { captureCallSite } from "./source-location.ts";

/** Which objects a kustomize patch changes. All given fields must match; names are regular expressions. */
export interface KustomizeTarget {
  readonly group?: string | undefined;
  readonly version?: string | undefined;
  readonly kind?: string | undefined;
  readonly name?: string | undefined;
  readonly namespace?: string | undefined;
  readonly labelSelector?: string | undefined;
  readonly annotationSelector?: string | undefined;
}

/** An entry of `patches` in a kustomization.yaml: a file in the directory, or the patch itself. */
export type KustomizePatch =
  | { readonly path: string; readonly patch?: undefined; readonly target?: KustomizeTarget | undefined }
  | { readonly patch: string; readonly path?: undefined; readonly target?: KustomizeTarget | undefined };

/** An entry of `configMapGenerator` in a kustomization.yaml. */
export interface ConfigMapGenerator {
  readonly name: string;
  readonly namespace?: string | undefined;
  readonly files?: readonly string[] | undefined;
  readonly envs?: readonly string[] | undefined;
  readonly literals?: readonly string[] | undefined;
  readonly options?: { readonly disableNameSuffixHash?: boolean | undefined } | undefined;
}

/** What a directory's kustomization.yaml says beside the files that Sluice writes. */
export interface DirectoryOptions {
  /** kustomize's `namespace`: every object in the directory is put there. A Kustomization's `targetNamespace` wins over it. */
  readonly namespace?: string | undefined;
  /** Files and folders that stand in the directory already and are applied too: they are listed under `resources`. */
  readonly include?: readonly string[] | undefined;
  /** Globs of YAML files that stand in the directory already and are meant not to be applied. */
  readonly ignore?: readonly string[] | undefined;
  /** kustomize patches over the directory's objects. Sluice does not evaluate them. */
  readonly patches?: readonly KustomizePatch[] | undefined;
  /** kustomize components, as paths relative to the directory. */
  readonly components?: readonly string[] | undefined;
  /** ConfigMaps that kustomize makes of files in the directory. */
  readonly configMapGenerator?: readonly ConfigMapGenerator[] | undefined;
}

/** A folder that Sluice writes and a Kustomization applies: it stands in that Kustomization's `path`. */
export interface Directory {
  readonly sluice: "directory/1";
  /** The folder's path from the repository's root, without `./` and without a slash at the end. */
  readonly path: string;
  readonly resources: Resources;
  readonly options: DirectoryOptions;
}

/**
 * A folder of resources that Sluice writes, with a kustomization.yaml. Put it in the `path` of the Kustomization that applies it.
 *
 * @param path The folder's path from the repository's root: `"apps/production"`.
 * @param resources What is written there. What they need and nothing else places comes along.
 */
export function directory(path: string, resources: Resources, options: DirectoryOptions = {}): Directory {
  const value: Directory = {
    sluice: "directory/1",
    path: folderPath(path),
    resources: frozenCopy(resources),
    options: frozenCopy(options ?? {}),
  };
  captureCallSite(value, directory);
  return Object.freeze(value);
}

/** Says whether a value is a {@link Directory}. */
export function isDirectory(value: unknown): value is Directory {
  return typeof value === "object" && value !== null && "sluice" in value && value.sluice === "directory/1";
}
