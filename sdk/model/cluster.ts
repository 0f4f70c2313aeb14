import { frozenCopy } from "./copy.ts";
import type { FluxVersion } from "./flux-version.ts";
import { folderPath } from "./folder-path.ts";
import type { Resources } from "./group.ts";
import type { ResourceId } from "./identity.ts";
import type { Override } from "./override.ts";
import type { RefTo } from "./reference.ts";
import { captureCallSite } from "./source-location.ts";

/** The kinds of source that can deliver a repository. */
export type SourceKind = "GitRepository" | "OCIRepository" | "Bucket" | "ExternalArtifact";

/** A source that delivers this repository, or a part of it. */
export interface DeliveringSource {
  readonly source: RefTo<SourceKind>;
  /** The folder of the repository that is the root of the source's artifact. Default: the repository's root. */
  readonly root?: string | undefined;
}

/** What is known of an object when its file is named, and what stands above it is said. */
export interface FileSubject extends ResourceId {
  readonly apiVersion: string;
  /** The directory's path; absent for an object at the cluster's root. */
  readonly directory?: string | undefined;
}

/** What a cluster is made of. */
export interface ClusterOptions {
  /** The folder that Flux syncs for this cluster, from the repository's root: `"clusters/production"`. */
  readonly path: string;
  /** The Flux minor that the cluster runs: it decides the API versions that are written. */
  readonly flux: FluxVersion;
  /** What lies at the cluster's root. What it needs comes along. */
  readonly resources: Resources;
  /** Changes to resources that other functions made. */
  readonly overrides?: readonly Override[] | undefined;
  /**
   * The sources that deliver this repository. Without it, the one source under which all directories of the cluster hang.
   */
  readonly sources?: readonly DeliveringSource[] | undefined;
  /** Whether the Kustomization that syncs the cluster's root decrypts SOPS files. Default: not known. */
  readonly decryption?: boolean | undefined;
  /**
   * Names an object's file, relative to the folder that it is written to. `undefined` keeps the usual name; a resource's own
   * `file` option wins.
   */
  readonly layout?: ((subject: FileSubject) => string | undefined) | undefined;
  /**
   * Comments above each object in its file, without `#`, before those of the object's own `comments` option: a schema for editors, for
   * one. Encrypted files are copied as they are.
   */
  readonly comments?: ((subject: FileSubject) => readonly string[] | undefined) | undefined;
}

/** A Kubernetes cluster that Flux syncs from a folder. */
export interface Cluster extends ClusterOptions {
  readonly sluice: "cluster/1";
  readonly name: string;
}

/**
 * A cluster: a folder that Flux syncs, the Flux minor that runs there, and what is written.
 *
 * @param name How diagnostics and `--cluster` call it. It is not emitted.
 */
export function cluster(name: string, options: ClusterOptions): Cluster {
  const value: Cluster = {
    ...frozenCopy(options),
    sluice: "cluster/1",
    name,
    path: folderPath(Object(options).path),
  };
  captureCallSite(value, cluster);
  return Object.freeze(value);
}
