import { kubernetes } from "../cluster/kubernetes.ts";
import type { KubeObject, ObjectKey } from "../cluster/objects.ts";
import type { Repository } from "../cluster/repository.ts";
import { reconcile, until } from "../cluster/wait.ts";
import { statusOf } from "./conditions.ts";

/** The key of a Kustomization of Flux. */
export function kustomizationKey(namespace: string, name: string): ObjectKey {
  return { apiVersion: "kustomize.toolkit.fluxcd.io/v1", kind: "Kustomization", namespace, name };
}

/** The key of a GitRepository. */
export function gitRepositoryKey(namespace: string, name: string): ObjectKey {
  return { apiVersion: "source.toolkit.fluxcd.io/v1", kind: "GitRepository", namespace, name };
}

/** The key of a ConfigMap. */
export function configMapKey(namespace: string, name: string): ObjectKey {
  return { apiVersion: "v1", kind: "ConfigMap", namespace, name };
}

/** Commits a folder and has a source fetch the commit. Gives the revision. */
export async function deliver(repository: Repository, folder: string, source: ObjectKey): Promise<string> {
  const revision = `main@sha1:${await repository.commitFolder(folder)}`;
  await fetched(source, revision);
  return revision;
}

/** Has a source fetch a revision that was pushed. */
export async function fetched(source: ObjectKey, revision: string): Promise<void> {
  await reconcile(source);
  await until(source, (object) => statusOf(object).artifact?.revision === revision, `has ${revision}`);
}

/** Waits until a Kustomization applied a revision, and asks for it again where another one that it waits for was late. */
export async function applied(kustomization: ObjectKey, revision: string): Promise<void> {
  const isApplied = (object: KubeObject | undefined): boolean => {
    const { lastAppliedRevision, observedGeneration, conditions = [] } = statusOf(object);
    const isReady = conditions.some(({ type, status }) => type === "Ready" && status === "True");
    return lastAppliedRevision === revision && observedGeneration === object?.metadata.generation && isReady;
  };
  if (isApplied(await kubernetes().get(kustomization))) return;
  await until(kustomization, (object) => object !== undefined, "is there");
  await reconcile(kustomization);
  await until(kustomization, isApplied, `applied ${revision}`, 90);
}
