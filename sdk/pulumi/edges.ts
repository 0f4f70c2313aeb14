import type { CompiledCluster, PlacedResource } from "../compile/compiled.ts";
import { rank } from "../compile/order.ts";
import { identityKey } from "../model/identity.ts";

/** An object, and those that have to be there before it. */
export interface Ordered {
  readonly resource: PlacedResource;
  readonly after: readonly PlacedResource[];
}

/**
 * The objects in an order in which each comes behind those that it waits for: those that it needs, and the Namespace that it lives in.
 * Nothing else makes anybody wait: Flux finds its own order, and a chain of waits is slow.
 */
export function inDependencyOrder(
  resources: readonly PlacedResource[],
  needs: CompiledCluster["needs"],
): readonly Ordered[] {
  const byKey = new Map(resources.map((resource) => [identityKey(resource.id), resource]));
  const namespaces = new Map(
    resources.filter((resource) => rank(resource) === 0).map((resource) => [resource.id.name, resource]),
  );
  const ordered: Ordered[] = [];
  const seen = new Set<PlacedResource>();
  const done = new Set<PlacedResource>();
  const visit = (resource: PlacedResource): void => {
    if (seen.has(resource)) return;
    seen.add(resource);
    const { namespace } = resource.id;
    const home = namespace === undefined ? undefined : namespaces.get(namespace);
    const needed = (needs?.get(identityKey(resource.id)) ?? []).flatMap((key) => byKey.get(key) ?? []);
    const all = [...new Set(home ? [home, ...needed] : needed)];
    for (const other of all) visit(other);
    // Names may go in a circle, where nothing that the program makes can be first.
    ordered.push({ resource, after: all.filter((other) => done.has(other)) });
    done.add(resource);
  };
  for (const resource of resources) visit(resource);
  return ordered;
}
