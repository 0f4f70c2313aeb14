import { compareText } from "../compile/order.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { formatIdentity } from "../model/identity.ts";
import type { KindTable } from "../model/kind-definition.ts";
import type { CallSite } from "../model/source-location.ts";
import { getOrAdd } from "./get-or-add.ts";
import { type Index, identityOfKey, ownerKey, ROOT_OWNER } from "./index-file.ts";
import { findLosses, type Loss } from "./losses.ts";

/** What the guard compares. */
export interface RemovalInput {
  readonly before: Index;
  readonly after: Index;
  /** Whether a cluster is one of this build's. */
  readonly isBuilt: (cluster: string) => boolean;
  readonly kinds: KindTable;
  /** Where the program makes an object that it still makes. */
  readonly siteOf: (cluster: string, key: string) => CallSite | undefined;
}

/** How many objects a message names before it counts the rest. */
const NAMED = 3;

/**
 * Reports the objects that Flux would delete from a cluster because of this build, when losing them matters. What counts is
 * who applied an object before and who does now, not the files: an object in another file under the same owner is a rename.
 */
export function guardRemovals(input: RemovalInput): readonly Diagnostic[] {
  return findLosses(input.before, input.after).flatMap(({ cluster, isGone, losses }) => {
    if (!input.isBuilt(cluster)) return [];
    return isGone ? reportCluster(cluster, losses, input) : reportLosses(losses, input);
  });
}

function reportLosses(losses: readonly Loss[], input: RemovalInput): readonly Diagnostic[] {
  const byKey = new Map(losses.map((loss) => [loss.key, loss]));
  const groups = new Map<Loss, Loss[]>();
  const diagnostics: Diagnostic[] = [];
  for (const loss of losses) {
    if (loss.movedTo === undefined) getOrAdd(groups, outermost(loss, byKey), (): Loss[] => []).push(loss);
    else if (isGuarded(loss, input.kinds)) diagnostics.push(reportMove(loss, loss.movedTo, input));
  }
  for (const [top, group] of groups) {
    if (!group.some((loss) => isGuarded(loss, input.kinds))) continue;
    const others = group.filter((loss) => loss !== top);
    diagnostics.push({
      ...guarded(top),
      message: `${name(top)} is gone from cluster "${top.cluster}": Flux would delete it${others.length > 0 ? `, and with it ${list(others, input.kinds)}` : ""}`,
      hint: "put it back, or build with --allow-prune if it is meant to be deleted from the cluster",
    });
  }
  return diagnostics;
}

/** The object whose removal takes a lost object along: its owner, where that goes too. */
function outermost(loss: Loss, byKey: ReadonlyMap<string, Loss>): Loss {
  const seen = new Set([loss]);
  let top = loss;
  for (;;) {
    const above = byKey.get(ownerKey(top.owner));
    if (above === undefined || above.movedTo !== undefined || seen.has(above)) return top;
    seen.add(above);
    top = above;
  }
}

function reportMove(loss: Loss, movedTo: string, input: RemovalInput): Diagnostic {
  const from = ownerName(loss.owner);
  return {
    ...guarded(loss),
    site: input.siteOf(loss.cluster, loss.key),
    message: `${name(loss)} moves from ${from} to ${ownerName(movedTo)} in cluster "${loss.cluster}": Flux would delete it if ${from} is applied first`,
    hint: "annotate it with kustomize.toolkit.fluxcd.io/prune: disabled in a build before the move, or build with --allow-prune if it may be deleted and made again",
  };
}

function reportCluster(cluster: string, losses: readonly Loss[], input: RemovalInput): readonly Diagnostic[] {
  const [first] = losses;
  if (first === undefined || !losses.some((loss) => isGuarded(loss, input.kinds))) return [];
  return [
    {
      code: "removal/guarded",
      severity: "error",
      cluster,
      file: first.file,
      message: `cluster "${cluster}" is gone from the program: if Flux still syncs it, it would delete ${list(losses, input.kinds)}`,
      hint: "put it back, or build with --allow-prune if the cluster is gone or is meant to lose them",
    },
  ];
}

function guarded(loss: Loss): Pick<Diagnostic, "code" | "severity" | "cluster" | "resource" | "file"> {
  return {
    code: "removal/guarded",
    severity: "error",
    cluster: loss.cluster,
    resource: identityOfKey(loss.key),
    file: loss.file,
  };
}

function isGuarded(loss: Loss, kinds: KindTable): boolean {
  const { group, kind } = identityOfKey(loss.key);
  return kinds.find(group, kind)?.guarded === true;
}

function name(loss: Loss): string {
  return formatIdentity(identityOfKey(loss.key));
}

function ownerName(owner: string): string {
  return owner === ROOT_OWNER ? "the cluster's root" : formatIdentity(identityOfKey(ownerKey(owner)));
}

/** Names the first few, what matters before what does not, and counts the rest. */
function list(losses: readonly Loss[], kinds: KindTable): string {
  const rank = (loss: Loss): number => (isGuarded(loss, kinds) ? 0 : 1);
  const names = [...losses]
    .sort((left, right) => rank(left) - rank(right) || compareText(left.key, right.key))
    .map(name);
  const rest = names.length - NAMED;
  return rest > 0 ? `${names.slice(0, NAMED).join(", ")} and ${rest} more` : names.join(", ");
}
