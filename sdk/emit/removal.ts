import { compareText } from "../compile/order.ts";
import { parseOwner } from "../compile/owner.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { formatIdentity } from "../model/identity.ts";
import type { KindTable } from "../model/kind-definition.ts";
import type { CallSite } from "../model/source-location.ts";
import { getOrAdd } from "./get-or-add.ts";
import { type Index, identityOfKey } from "./index-file.ts";
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
  const elsewhere = new Map<string, Loss[]>();
  const diagnostics: Diagnostic[] = [];
  for (const loss of losses) {
    const { owner, movedTo } = loss;
    if (movedTo === undefined) getOrAdd(groups, outermost(loss, byKey), (): Loss[] => []).push(loss);
    else if (isSameElsewhere(owner, movedTo)) getOrAdd(elsewhere, `${owner}\n${movedTo}`, (): Loss[] => []).push(loss);
    else if (isGuarded(loss, input.kinds)) diagnostics.push(reportMove(loss, movedTo, input));
  }
  for (const moved of elsewhere.values()) diagnostics.push(...reportElsewhere(moved, input.kinds));
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
    const owner = parseOwner(top.owner);
    const above = owner.type === "root" ? undefined : byKey.get(owner.key);
    if (above === undefined || above.movedTo !== undefined || seen.has(above)) return top;
    seen.add(above);
    top = above;
  }
}

/** Says whether two owners are one that works elsewhere: a root with another path, an object with another API server. */
function isSameElsewhere(left: string, right: string): boolean {
  const [from, to] = [parseOwner(left), parseOwner(right)];
  return from.type === "root" ? to.type === "root" : to.type === "object" && from.key === to.key;
}

/** One owner that works elsewhere takes all that it applies along: that is said once. */
function reportElsewhere(losses: readonly Loss[], kinds: KindTable): readonly Diagnostic[] {
  const first = losses.find((loss) => isGuarded(loss, kinds));
  if (first?.movedTo === undefined) return [];
  const [from, to] = [parseOwner(first.owner), parseOwner(first.movedTo)];
  const { resource, ...common } = guarded(first);
  if (from.type === "root" && to.type === "root") {
    return [
      {
        ...common,
        message: `cluster "${first.cluster}" moves from path "${from.path}" to "${to.path}": as long as Flux syncs "${from.path}", it would delete ${list(losses, kinds)}, with all that they apply`,
        hint: `put the path back, or build with --allow-prune once Flux's own sync reads "${to.path}" from the same commit on`,
      },
    ];
  }
  return [
    {
      ...common,
      resource: from.type === "object" ? identityOfKey(from.key) : resource,
      message: `${ownerName(first.owner)} of cluster "${first.cluster}" applies to another API server from now on: on the one before, nothing looks after ${list(losses, kinds)} any more`,
      hint: "put its kubeConfig back, or build with --allow-prune if the objects are meant to move to another API server",
    },
  ];
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
  const parsed = parseOwner(owner);
  return parsed.type === "root" ? "the cluster's root" : formatIdentity(identityOfKey(parsed.key));
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
