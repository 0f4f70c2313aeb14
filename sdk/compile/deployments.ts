import { isDeferred } from "../model/deferred.ts";
import { formatIdentity, identityKey, identityOf, type ResourceId } from "../model/identity.ts";
import type { Applier } from "../model/kind-definition.ts";
import { namespaceOption } from "../model/namespace-option.ts";
import { isResource } from "../model/resource.ts";
import { isSubstitution, substitutionText } from "../model/substitution.ts";
import { specField } from "./body.ts";
import type { Collected, Container, Listing, Node } from "./collect.ts";
import { fieldOf } from "./foreign-objects.ts";

/** One way in which a container is applied. The root has one; a directory has one for each Kustomization that applies it. */
export interface Deployment {
  readonly container: Container;
  /** What applies it; `undefined` for the root, which Flux's own sync or Pulumi applies. */
  readonly by: AppliedBy | undefined;
  /** The API server: empty for the cluster's own, else how the remote one is reached. */
  readonly server: string;
  /** The namespace that everything ends up in. */
  readonly targetNamespace: string | undefined;
}

/** The object that applies a directory. */
export interface AppliedBy {
  readonly node: Node;
  readonly id: ResourceId;
  readonly applier: Applier;
}

/** Deeper than any fleet; a directory that applies itself through remote clusters would never end. */
const MAX_NESTING = 20;

/** Finds how every container is applied, starting at the root. */
export function findDeployments(collected: Collected): readonly Deployment[] {
  const root: Deployment = { container: collected.root, by: undefined, server: "", targetNamespace: undefined };
  const deployments: Deployment[] = [root];
  const seen = new Set<string>();
  for (const deployment of deployments) {
    if (deployment.server.split(" > ").length > MAX_NESTING) continue;
    for (const { node, group } of appliersIn(deployment.container, collected)) {
      const applier = node.definition?.applier;
      const container = node.directory && collected.directories.get(node.directory.path);
      if (!applier || !container) continue;
      const { resource, definition } = node;
      const namespace =
        deployment.targetNamespace ??
        resource.metadata.namespace ??
        namespaceOption(group?.namespace)?.name ??
        definition?.defaultNamespace;
      const id = identityOf(resource, namespace);
      const server = serverOf(specField(resource, applier.kubeConfig), id, deployment.server);
      const key = `${container.path} ${server} ${identityKey(id)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      deployments.push({
        container,
        by: { node, id, applier },
        server,
        targetNamespace: targetNamespace(node, container),
      });
    }
  }
  return deployments;
}

/** The nodes of a container that apply directories: listed ones, and those that they need. */
function appliersIn(container: Container, collected: Collected): readonly Listing[] {
  const found: Listing[] = [];
  // A value that groups list in several namespaces stands for several objects.
  const seen = new Map<Node, (string | undefined)[]>();
  const visit = (listing: Listing): void => {
    const namespace = namespaceOption(listing.group?.namespace)?.name;
    const namespaces = seen.get(listing.node);
    if (namespaces?.includes(namespace)) return;
    if (namespaces) namespaces.push(namespace);
    else seen.set(listing.node, [namespace]);
    if (listing.node.directory) found.push(listing);
    for (const { target, edge } of listing.node.references) {
      if (!target || edge !== "need") continue;
      for (const node of collected.nodesOf(target)) visit({ node, group: undefined });
    }
  };
  for (const listing of container.listings.flat()) visit(listing);
  return found;
}

/** Names the API server that an object with this `kubeConfig` talks to. */
export function serverOf(kubeConfig: unknown, id: ResourceId, server: string): string {
  if (typeof kubeConfig !== "object" || kubeConfig === null) return server;
  if (isDeferred(kubeConfig)) return `${server} > ${identityKey(id)}`;
  const references = Object.entries(kubeConfig).map(([field, reference]) => {
    const key = fieldOf(reference, "key");
    // A name that is not known yet is taken for another than every other.
    const name = referenceName(reference) ?? identityKey(id);
    return `${field} ${name}${typeof key === "string" ? ` ${key}` : ""}`;
  });
  const here = `${id.namespace ?? ""} ${references.sort().join(" ")}`;
  return server === "" ? here : `${server} > ${here}`;
}

/** The name that a reference holds; `undefined` when it is not known before it is applied. */
function referenceName(reference: unknown): string | undefined {
  if (isDeferred(reference)) return undefined;
  if (isResource(reference)) return reference.metadata.name;
  if (typeof reference === "object" && reference !== null && isSubstitution(reference))
    return substitutionText(reference);
  if (typeof reference !== "object" || reference === null || !("name" in reference)) return "";
  return typeof reference.name === "string" ? reference.name : referenceName(reference.name);
}

/** The namespace that an object which applies a container puts everything into. */
export function targetNamespace({ resource, definition }: Node, { directories }: Container): string | undefined {
  const value = definition?.applier && specField(resource, definition.applier.targetNamespace);
  const own = typeof value === "string" ? value : referenceName(value);
  // The mistake is reported by itself; what follows from it is not.
  return own === undefined ? UNKNOWN_NAMESPACE : own || directories[0]?.options.namespace;
}

/** Stands for a namespace that is known when it is applied, like a text with a variable in it. */
export const UNKNOWN_NAMESPACE: string = substitutionText({ variable: "targetNamespace" });

/** Says what applies a container, for people. */
export function describeDeployment({ by, container }: Deployment): string {
  if (!by) return "the cluster's root";
  return `directory ${JSON.stringify(container.path)} (applied by ${formatIdentity(by.id)})`;
}
