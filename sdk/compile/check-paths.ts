import { formatIdentity } from "../model/identity.ts";
import { specField } from "./body.ts";
import { joinPath, plainPath } from "./paths.ts";
import type { Reporter } from "./reporter.ts";
import type { Resolver } from "./resolver.ts";
import { firstValue, type Scoped } from "./scope.ts";
import { type Sources, sourceOf } from "./sources.ts";
import type { View } from "./view.ts";

/** Warns of paths that are not in the repository, where their source delivers it. */
export function checkPaths(
  scoped: Scoped,
  sources: Sources,
  resolver: Resolver,
  view: View | undefined,
  reporter: Reporter,
): void {
  if (!view) return;
  for (const instance of scoped.instances) {
    const applier = instance.values[0]?.node.definition?.applier;
    const resource = firstValue(instance);
    const path = applier && specField(resource, applier.path);
    if (!applier || typeof path !== "string" || path.includes("${")) continue;
    const root = sources.rootOf(sourceOf(instance, resolver));
    if (root === undefined) continue;
    const folder = joinPath(root, plainPath(path));
    if (view.folders.get(folder) !== false) continue;
    reporter.report("path/missing", {
      message: `${formatIdentity(instance.id)} applies ${JSON.stringify(path)}, which is not in the repository`,
      hint: "give a directory() that Sluice writes, or a path that exists",
      resource,
      id: instance.id,
      path: ["spec", applier.path],
    });
  }
}
