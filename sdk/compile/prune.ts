import { specField } from "./body.ts";
import type { Manifest } from "./compiled.ts";
import { firstValue, type Instance } from "./instance.ts";

/** What keeps kustomize-controller from deleting an object. */
const MARKS: readonly (readonly [key: string, value: string])[] = [
  ["kustomize.toolkit.fluxcd.io/prune", "disabled"],
  ["kustomize.toolkit.fluxcd.io/reconcile", "disabled"],
  ["kustomize.toolkit.fluxcd.io/ssa", "ignore"],
];

/** Says whether an object lets Flux delete it from the cluster, with what it applies, when it disappears from Git. */
export function pruned(manifest: Manifest, instance: Instance): boolean {
  // It reads them from annotations and labels alike.
  if (isMarked(manifest.metadata["annotations"]) || isMarked(manifest.metadata["labels"])) return false;
  return !leavesContentBehind(instance);
}

/** Says whether an object applies folders and deletes nothing that disappears from them. */
export function keepsContent(instance: Instance): boolean {
  const applier = instance.values[0]?.node.definition?.applier;
  return applier !== undefined && specField(firstValue(instance), applier.prune) === false;
}

function isMarked(map: unknown): boolean {
  if (typeof map !== "object" || map === null) return false;
  return MARKS.some(([key, value]) => {
    const mark: unknown = Reflect.get(map, key);
    return typeof mark === "string" && mark.toLowerCase() === value;
  });
}

/** An object that applies folders takes its content with it when it is deleted, unless it says otherwise. */
function leavesContentBehind(instance: Instance): boolean {
  const applier = instance.values[0]?.node.definition?.applier;
  if (!applier) return false;
  const resource = firstValue(instance);
  const policy = specField(resource, applier.deletionPolicy) ?? "MirrorPrune";
  return policy === "Orphan" || (policy === "MirrorPrune" && specField(resource, applier.prune) === false);
}
