import type { PlacedResource } from "../compile/compiled.ts";
import { Reporter } from "../compile/reporter.ts";
import { isMap } from "../compile/values.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { formatIdentity } from "../model/identity.ts";
import { kindsOfServer } from "./known-kinds-of-server.ts";
import { readKubeconfig } from "./kubeconfig.ts";
import { hasOwnClass } from "./kubernetes-class.ts";

/** Warnings about kinds that the cluster of a kubeconfig does not serve. None where it cannot be asked. */
export async function missingKinds(
  cluster: string,
  resources: readonly PlacedResource[],
  kubeconfig: string,
  context: string | undefined,
): Promise<readonly Diagnostic[]> {
  const groups = groupBy(inQuestion(resources), ({ manifest }) => manifest.apiVersion);
  if (groups.size === 0) return [];
  const access = await readKubeconfig(kubeconfig, context);
  if (!access) return [];
  const reporter = new Reporter(cluster);
  for (const [apiVersion, objects] of groups) {
    const served = await kindsOfServer(access, apiVersion);
    if (!served) return [];
    for (const [kind, [first, ...others]] of groupBy(objects, ({ id }) => id.kind)) {
      if (!first || served.has(kind)) continue;
      const count = others.length === 0 ? "is" : `and ${others.length} more are`;
      reporter.report("pulumi/missing-crd", {
        message: `the cluster does not serve ${kind} of ${apiVersion}, which ${formatIdentity(first.id)} ${count} made of`,
        hint: "install what brings the kind first, and give it as dependsOn",
        resource: first.resource,
        id: first.id,
      });
    }
  }
  return reporter.diagnostics;
}

/** The objects of kinds that a cluster does not know by itself, and that nothing here brings. */
function inQuestion(resources: readonly PlacedResource[]): readonly PlacedResource[] {
  const custom = resources.filter(({ manifest, id }) => id.group !== "" && !hasOwnClass(manifest));
  // What installs Flux brings Flux's kinds, and its own has to be there before.
  const installers = custom.filter(({ definition }) => definition?.syncsRoot);
  const left = installers.length > 0 ? installers : custom;
  const brought = new Set(resources.flatMap(({ manifest }) => kindOfCrd(manifest["spec"])));
  return left.filter(({ id }) => !brought.has(`${id.group}/${id.kind}`));
}

/** The kind that an object brings, if it is the definition of one. */
function kindOfCrd(spec: unknown): readonly string[] {
  if (!isMap(spec) || !isMap(spec["names"]) || typeof spec["group"] !== "string") return [];
  return [`${spec["group"]}/${String(spec["names"]["kind"])}`];
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
