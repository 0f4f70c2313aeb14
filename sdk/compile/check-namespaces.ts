import { FLUX_NAMESPACE } from "../model/flux-version.ts";
import { formatIdentity } from "../model/identity.ts";
import type { KindTable } from "../model/kind-definition.ts";
import { namespaceOption } from "../model/namespace-option.ts";
import { marksOf } from "../model/resource.ts";
import { firstValue, type Instance } from "./instance.ts";
import type { Reporter } from "./reporter.ts";
import type { Scoped } from "./scope.ts";

/**
 * Warns of namespaces that nothing makes. Silent as soon as something that cannot be seen from here might make one: a chart, a
 * folder that Sluice does not write, an included file.
 */
export function checkNamespaces(
  scoped: Scoped,
  kinds: KindTable,
  existing: ReadonlySet<string>,
  reporter: Reporter,
): void {
  const known = new Map<string, Set<string>>();
  const opaque = new Set<string>();
  const users = new Map<string, Instance>();
  const serverNamespaces = (server: string): Set<string> => {
    const names = known.get(server) ?? new Set<string>();
    known.set(server, names);
    return names;
  };
  for (const { server, container } of scoped.deployments) {
    if (container.directories.some(({ options }) => options.include || options.components)) opaque.add(server);
  }
  for (const instance of scoped.instances) {
    const definition = instance.values[0]?.node.definition;
    if (definition?.createsNamespace) serverNamespaces(instance.server).add(instance.id.name);
    if (definition?.opaqueContent) opaque.add(instance.server);
    if (definition?.applier && instance.values.some(({ node }) => node.directory === undefined)) {
      for (const { server } of scoped.deployments) opaque.add(server);
    }
    for (const { node, group } of instance.values) {
      if (marksOf(node.resource).namespaceExists) serverNamespaces(instance.server).add(instance.id.namespace ?? "");
      const given = namespaceOption(group?.namespace);
      if (given?.exists) serverNamespaces(instance.server).add(given.name);
      for (const { named } of node.references) {
        if (!named?.external || typeof named.name !== "string") continue;
        if (!kinds.findByKind(named.kind ?? "")?.createsNamespace) continue;
        for (const server of serversReached(instance, scoped)) serverNamespaces(server).add(named.name);
      }
    }
    const { namespace } = instance.id;
    const key = `${instance.server} ${namespace}`;
    if (namespace !== undefined && !users.has(key)) users.set(key, instance);
  }
  for (const instance of users.values()) {
    const { namespace } = instance.id;
    if (namespace === undefined || opaque.has(instance.server) || namespace.includes("${")) continue;
    if (isBuiltIn(namespace) || serverNamespaces(instance.server).has(namespace) || existing.has(namespace)) continue;
    reporter.report("namespace/uncreated", {
      message: `nothing here makes the namespace ${JSON.stringify(namespace)} of ${formatIdentity(instance.id)}`,
      hint: `list namespace(${JSON.stringify(namespace)}), or say that it exists: { namespace: external("Namespace", ${JSON.stringify(namespace)}) }`,
      resource: firstValue(instance),
      id: instance.id,
    });
  }
}

/** Says which objects do not get the namespace of their group, because nobody knows whether they have one. */
export function checkGroupNamespaces({ instances }: Scoped, reporter: Reporter): void {
  for (const { id, values, deployments } of instances) {
    // What a Kustomization puts into its target needs no namespace of a group's.
    if (deployments.some(({ targetNamespace }) => targetNamespace !== undefined)) continue;
    for (const { node, group } of values) {
      const given = namespaceOption(group?.namespace)?.name;
      const { resource, definition } = node;
      if (given === undefined || definition !== undefined || resource.metadata.namespace !== undefined) continue;
      reporter.report("namespace/not-applied", {
        message: `${formatIdentity(id)} does not get the namespace ${JSON.stringify(given)} of its group: the scope of ${resource.kind} is not known`,
        hint: `write metadata: { namespace: ${JSON.stringify(given)} }; what belongs to no namespace may stand beside the group`,
        resource,
        id,
      });
    }
  }
}

/** The API servers that an object is on, and that it applies directories to. */
function serversReached(instance: Instance, { deployments }: Scoped): readonly string[] {
  const applied = deployments.filter(({ by }) => by && instance.values.some(({ node }) => node === by.node));
  return [instance.server, ...applied.map(({ server }) => server)];
}

function isBuiltIn(namespace: string): boolean {
  return namespace === "default" || namespace === FLUX_NAMESPACE || namespace.startsWith("kube-");
}
