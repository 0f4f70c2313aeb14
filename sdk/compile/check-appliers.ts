import { formatIdentity, identityKey } from "../model/identity.ts";
import { specField } from "./body.ts";
import { UNKNOWN_NAMESPACE } from "./deployments.ts";
import { firstValue, type Instance } from "./instance.ts";
import { place, type Reporter } from "./reporter.ts";
import type { Resolver } from "./resolver.ts";
import type { Scoped } from "./scope.ts";
import { sourceOf } from "./sources.ts";

/** Checks how objects apply our directories: no renaming, and not their own source. */
export function checkAppliers(scoped: Scoped, resolver: Resolver, reporter: Reporter): void {
  for (const { by, container, targetNamespace } of scoped.deployments) {
    if (!by) continue;
    const { resource } = by.node;
    for (const field of [by.applier.namePrefix, by.applier.nameSuffix]) {
      if (specField(resource, field) === undefined) continue;
      reporter.report("kustomize/name-affix", {
        message: `${formatIdentity(by.id)} has ${field} over directory ${JSON.stringify(container.path)}, whose references would dangle`,
        hint: `delete ${field}, and put the text into the names: a function that makes the resources can take it as a parameter`,
        resource,
        id: by.id,
        path: ["spec", field],
      });
    }
    if (targetNamespace === UNKNOWN_NAMESPACE) {
      reporter.report("identity/invalid", {
        message: `${by.applier.targetNamespace} of ${formatIdentity(by.id)} is a deferred value, and decides the identities of what stands in directory ${JSON.stringify(container.path)}`,
        hint: "give a string that is known when the program runs, or a substitution()",
        resource,
        id: by.id,
        path: ["spec", by.applier.targetNamespace],
      });
    }
    checkOwnSource(by, scoped, resolver, container.path, reporter);
  }
}

function checkOwnSource(
  { node, id }: { readonly node: Instance["values"][number]["node"]; readonly id: Instance["id"] },
  scoped: Scoped,
  resolver: Resolver,
  path: string | undefined,
  reporter: Reporter,
): void {
  const instance = scoped.instancesOf(node, "").find((candidate) => identityKey(candidate.id) === identityKey(id));
  const source = instance && sourceOf(instance, resolver);
  const found = source && scoped.find("", identityKey(source));
  if (!found?.deployments.some((deployment) => deployment.by?.node === node)) return;
  reporter.report("layout/self-applied-source", {
    message: `${formatIdentity(id)} applies its own source, ${formatIdentity(found.id)}, from directory ${JSON.stringify(path)}`,
    hint: "list the source among the cluster's resources",
    resource: node.resource,
    id,
    related: [place("the source is made here", firstValue(found))],
  });
}
