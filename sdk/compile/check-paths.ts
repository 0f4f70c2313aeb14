import { formatIdentity } from "../model/identity.ts";
import { specField } from "./body.ts";
import { describeDeployment, serverOf, targetNamespace } from "./deployments.ts";
import { firstValue, type Instance } from "./instance.ts";
import { inFolder, joinPath, plainPath } from "./paths.ts";
import { place, type Reporter } from "./reporter.ts";
import type { Resolver } from "./resolver.ts";
import type { Scoped } from "./scope.ts";
import { type Sources, sourceOf } from "./sources.ts";
import type { View } from "./view.ts";

/**
 * Checks paths that are strings, where their source delivers this repository: that they exist, and that they are not a
 * directory of ours that is applied already.
 */
export function checkPaths(
  scoped: Scoped,
  sources: Sources,
  resolver: Resolver,
  view: View | undefined,
  reporter: Reporter,
): void {
  for (const instance of scoped.instances) {
    const applier = instance.values[0]?.node.definition?.applier;
    const resource = firstValue(instance);
    const path = applier && specField(resource, applier.path);
    if (!applier || typeof path !== "string" || path.includes("${")) continue;
    const root = sources.rootOf(sourceOf(instance, resolver));
    if (root === undefined) continue;
    const folder = joinPath(root, plainPath(path));
    const ours = scoped.deployments.filter(({ container }) => container.path && inFolder(container.path, folder));
    checkAppliedOnce(instance, folder, ours, path, reporter);
    if (view?.folders.get(folder) !== false || ours.length > 0) continue;
    reporter.report("path/missing", {
      message: `${formatIdentity(instance.id)} applies ${JSON.stringify(path)}, which is not in the repository`,
      hint: "give a directory() that Sluice writes, or a path that exists",
      resource,
      id: instance.id,
      path: ["spec", applier.path],
    });
  }
}

function checkAppliedOnce(
  instance: Instance,
  folder: string,
  ours: Scoped["deployments"],
  path: string,
  reporter: Reporter,
): void {
  const node = instance.values[0]?.node;
  const { applier } = node?.definition ?? {};
  if (!node || !applier) return;
  const server = serverOf(specField(node.resource, applier.kubeConfig), instance.id, instance.server);
  const same = ours.find(
    (other) =>
      other.container.path === folder &&
      other.server === server &&
      other.targetNamespace === targetNamespace(node, other.container),
  );
  if (!same?.by) return;
  reporter.report("layout/duplicate-object", {
    message: `${formatIdentity(instance.id)} applies ${JSON.stringify(path)}, the same as ${describeDeployment(same)}`,
    hint: "apply the directory by one Kustomization, or give each another kubeConfig or targetNamespace",
    resource: node.resource,
    id: instance.id,
    path: ["spec", applier.path],
    related: [place(`${formatIdentity(same.by.id)} is made here`, same.by.node.resource)],
  });
}
