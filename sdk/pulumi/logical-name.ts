import type { ResourceId } from "../model/identity.ts";

/**
 * The logical name of an object: `production:source.toolkit.fluxcd.io/GitRepository/flux-system/platform`. The state knows objects by
 * it, so it is a promise: it comes of the cluster, the API group (`core` for Kubernetes' own without one), the kind, the namespace
 * where there is one, and the name, and of nothing else. It starts with the name of its parent, which lets Pulumi find it under the
 * parent's aliases.
 */
export function logicalName(cluster: string, { group, kind, namespace, name }: ResourceId): string {
  const parts = [group === "" ? "core" : group, kind, ...(namespace === undefined ? [] : [namespace]), name];
  return `${cluster}:${parts.join("/")}`;
}
