import type { KindDefinition, KindTable } from "../model/kind-definition.ts";
import { kindTable } from "../model/kind-table.ts";
import type { Resource } from "../model/resource.ts";
import type { CollectedCluster } from "./collect-fleet.ts";
import { place, type Reporter } from "./reporter.ts";

/** A table with more kinds: the same one when it knows them all. What it knows already wins. */
export function withOwnKinds(known: KindTable, definitions: readonly KindDefinition[]): KindTable {
  const firsts = new Map(
    [...definitions].reverse().map((definition) => [`${definition.group}/${definition.kind}`, definition]),
  );
  const added = [...firsts.values()]
    .filter(({ group, kind }) => known.find(group, kind) === undefined)
    // Which one a name without a group means does not depend on what stands first in a program.
    .sort((a, b) => (a.group < b.group ? -1 : a.group > b.group ? 1 : 0));
  if (added.length === 0) return known;
  const own = kindTable(added);
  return {
    find: (group, kind) => known.find(group, kind) ?? own.find(group, kind),
    findByKind: (kind) => known.findByKind(kind) ?? own.findByKind(kind),
  };
}

/** Reports kinds that have several definitions, of resources or of Sluice itself, which differ. */
export function checkOwnKinds(clusters: readonly CollectedCluster[], kinds: KindTable, reporter: Reporter): void {
  const carriers = new Map<KindDefinition, Resource>();
  for (const { collected } of clusters) {
    for (const [definition, resource] of collected.definitions)
      if (!carriers.has(definition)) carriers.set(definition, resource);
  }
  for (const [definition, resource] of carriers) {
    const { group, kind } = definition;
    const used = kinds.find(group, kind);
    if (used === undefined || used === definition || contentOf(used) === contentOf(definition)) continue;
    const other = carriers.get(used);
    reporter.report("graph/kind-conflict", {
      message: `${kind} of ${group} has two definitions that differ`,
      hint:
        other === undefined
          ? `Sluice has a builder of this kind: import it from "sluice"`
          : "import the kind's builder from one place, and generate that anew from the CRD that the cluster has",
      at: resource,
      related: other === undefined ? undefined : [place("another definition is used here", other)],
    });
  }
}

/** A copy of a generated file has definitions of its own, which say the same. */
function contentOf({ body, ...definition }: KindDefinition): string {
  return JSON.stringify([definition, body?.()]);
}
