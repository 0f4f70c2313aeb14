import type { Resource } from "./resource.ts";

/** What makes two objects the same one for an API server. The version is no part of it. */
export interface ResourceId {
  readonly group: string;
  readonly kind: string;
  /** Absent for cluster-scoped objects and for objects whose scope is not known. */
  readonly namespace?: string | undefined;
  readonly name: string;
}

/** The API group of an `apiVersion`: empty for the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf("/");
  return slash < 0 ? "" : apiVersion.slice(0, slash);
}

/** The identity of a resource in a namespace. */
export function identityOf(resource: Resource, namespace: string | undefined): ResourceId {
  return { group: groupOf(resource.apiVersion), kind: resource.kind, namespace, name: resource.metadata.name };
}

/** A text that is equal exactly when two identities are. */
export function identityKey(id: ResourceId): string {
  return `${id.group}/${id.kind}/${id.namespace ?? ""}/${id.name}`;
}

/** Prints an identity for people: `Kustomization flux-system/apps`. */
export function formatIdentity(id: ResourceId): string {
  return id.namespace === undefined ? `${id.kind} ${id.name}` : `${id.kind} ${id.namespace}/${id.name}`;
}
