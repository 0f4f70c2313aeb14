import { type GitRepositorySpec, type GitRepositorySpecBase, gitRepository } from "../kinds/git-repository.gen.ts";
import { type KustomizationSpec, type KustomizationSpecBase, kustomization } from "../kinds/kustomization.gen.ts";
import { BOOTSTRAP_SOURCE } from "../model/bootstrap.ts";
import { external } from "../model/reference.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceOptions } from "../model/resource-options.ts";

/** How a cluster syncs its root. */
export interface BootstrapSyncOptions {
  /** The repository, as Flux reaches it. */
  readonly url: string;
  /** The cluster's path. */
  readonly path: string;
  /** Default: `main`. */
  readonly branch?: string | undefined;
  /** Fields of the GitRepository. `secretRef: undefined` is for a repository that everybody can read. */
  readonly source?: Partial<GitRepositorySpecBase> | undefined;
  /** Fields of the Kustomization, such as `decryption`. */
  readonly sync?: Partial<KustomizationSpecBase> | undefined;
}

/** The source that delivers a cluster's root, and what applies it. */
export type BootstrapSync = readonly [
  Resource<"GitRepository", GitRepositorySpec>,
  Resource<"Kustomization", KustomizationSpec>,
];

/**
 * What `flux bootstrap git` writes to `flux-system/gotk-sync.yaml`, as resources: the GitRepository and the Kustomization `flux-system`,
 * with the fields that it gives them. List them in the cluster, whose `fluxSystem` they then are. `gotk-components.yaml` stays as Flux
 * wrote it; the kustomization.yaml beside it lists both.
 */
export function bootstrapSync({ url, path, branch = "main", source, sync }: BootstrapSyncOptions): BootstrapSync {
  const { name, namespace } = BOOTSTRAP_SOURCE;
  const options: ResourceOptions = { namespace: external("Namespace", namespace), file: `${name}/gotk-sync.yaml` };
  const secretRef = external("Secret", name);
  const repository = gitRepository(name, { interval: "1m", url, ref: { branch }, secretRef, ...source }, options);
  const folder = `./${path.replace(/^(?:\.?\/)+/, "")}`;
  return [
    repository,
    kustomization(name, { interval: "10m", sourceRef: repository, path: folder, prune: true, ...sync }, options),
  ];
}
