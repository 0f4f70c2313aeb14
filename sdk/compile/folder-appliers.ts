import type { Cluster } from "../model/cluster.ts";
import { identityKey, type ResourceId } from "../model/identity.ts";
import type { Applier, KindTable } from "../model/kind-definition.ts";
import type { Resource } from "../model/resource.ts";
import { specField } from "./body.ts";
import type { Container } from "./collect.ts";
import { serverOf, targetNamespace } from "./deployments.ts";
import { fieldOf } from "./foreign-objects.ts";
import { firstValue } from "./instance.ts";
import { appliedObjects } from "./kustomization-files.ts";
import { joinPath, plainPath } from "./paths.ts";
import type { Resolver } from "./resolver.ts";
import type { Scoped } from "./scope.ts";
import { type Sources, sourceOf } from "./sources.ts";
import type { View } from "./view.ts";

/** An object that applies a folder which its path names by a text: of the program, or of a file that a person wrote. */
export interface FolderApplier {
  readonly id: ResourceId;
  readonly applier: Applier;
  /** A field of its spec. */
  readonly field: (name: string) => unknown;
  readonly source: ResourceId;
  readonly server: string;
  /** The folder from the root of the source's artifact. */
  readonly path: string;
  /** The folder from the output folder; `undefined` when the source does not deliver this repository. */
  readonly folder: string | undefined;
  /** The author's value, for one of the program. */
  readonly resource: Resource | undefined;
  /** Where it stands, for one that a person wrote. */
  readonly file: string | undefined;
  /** The namespace that it puts a container's objects into. */
  readonly namespaceFor: (container: Container) => string | undefined;
}

/** The objects of the program that apply folders by a text. */
export function ownAppliers(scoped: Scoped, sources: Sources, resolver: Resolver): readonly FolderApplier[] {
  return scoped.instances.flatMap((instance) => {
    const { node } = instance.values[0] ?? {};
    const applier = node?.definition?.applier;
    if (!node || !applier || node.directory) return [];
    const { id } = instance;
    const resource = firstValue(instance);
    const field = (name: string): unknown => specField(resource, name);
    const path = namedPath(field(applier.path));
    const source = sourceOf(instance, resolver);
    if (path === undefined || source === undefined) return [];
    const server = serverOf(field(applier.kubeConfig), id, instance.server);
    const folder = folderIn(sources.likelyRootOf(source), path);
    const namespaceFor = (container: Container): string | undefined => targetNamespace(node, container);
    return [{ id, applier, field, source, server, path, folder, resource, file: undefined, namespaceFor }];
  });
}

/** The objects in people's files in a cluster's path that apply folders. */
export function foreignAppliers(
  cluster: Cluster,
  view: View,
  kinds: KindTable,
  sources: Sources,
): readonly FolderApplier[] {
  return appliedObjects(cluster.path, view, kinds).flatMap(({ id: found, definition, data, file }) => {
    const applier = definition?.applier;
    if (!applier) return [];
    const id = { ...found, namespace: found.namespace ?? definition.defaultNamespace };
    const spec = fieldOf(data, "spec");
    const field = (name: string): unknown => fieldOf(spec, name);
    const path = namedPath(field(applier.path));
    const source = namedSource(field(applier.source), id, kinds);
    if (path === undefined || source === undefined) return [];
    const server = serverOf(field(applier.kubeConfig), id, "");
    const folder = folderIn(sources.likelyRootOf(source), path);
    const namespaceFor = ({ directories }: Container): string | undefined => {
      const own = field(applier.targetNamespace);
      return typeof own === "string" && own !== "" ? own : directories[0]?.options.namespace;
    };
    return [{ id, applier, field, source, server, path, folder, resource: undefined, file, namespaceFor }];
  });
}

/** A path without one is the root of the artifact; one with a variable in it, or a deferred one, is not known. */
function namedPath(path: unknown): string | undefined {
  if (path === undefined || path === null) return "";
  return typeof path === "string" && !path.includes("${") ? plainPath(path) : undefined;
}

function folderIn(root: string | undefined, path: string): string | undefined {
  return root === undefined ? undefined : joinPath(root, path);
}

function namedSource(reference: unknown, by: ResourceId, kinds: KindTable): ResourceId | undefined {
  const [kind, name, namespace] = ["kind", "name", "namespace"].map((field) => fieldOf(reference, field));
  if (typeof kind !== "string" || typeof name !== "string") return undefined;
  const group = kinds.findByKind(kind)?.group ?? "";
  return { group, kind, namespace: typeof namespace === "string" ? namespace : by.namespace, name };
}

/** The same text for all that read one folder of one source for one API server. */
export function whatIsApplied({ server, source, path }: FolderApplier): string {
  return JSON.stringify([server, identityKey(source), path]);
}
