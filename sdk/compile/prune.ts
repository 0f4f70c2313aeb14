import { specField } from "./body.ts";
import type { Manifest } from "./compiled.ts";
import { firstValue, type Instance } from "./instance.ts";

const PREFIX = "kustomize.toolkit.fluxcd.io/";

/** Says whether Flux deletes an object from the cluster when it disappears from Git. */
export function pruned(manifest: Manifest, instance: Instance): boolean {
  if (
    isMarked(manifest, "prune", "disabled") ||
    isMarked(manifest, "reconcile", "disabled") ||
    isMarked(manifest, "ssa", "ignore")
  ) {
    return false;
  }
  if (leavesContentBehind(instance)) return false;
  return instance.deployments.some(({ by }) => !by || specField(by.node.resource, by.applier.prune) !== false);
}

/** kustomize-controller reads these from annotations and labels alike, without regard to case. */
function isMarked({ metadata }: Manifest, key: string, value: string): boolean {
  return [metadata["annotations"], metadata["labels"]].some((map) => {
    const mark: unknown = typeof map === "object" && map !== null ? Reflect.get(map, PREFIX + key) : undefined;
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
