import { groupOf, identityKey, identityOf, type ResourceId } from "../model/identity.ts";
import type { KindDefinition, KindTable } from "../model/kind-definition.ts";
import type { Resource } from "../model/resource.ts";
import { specField } from "./body.ts";
import type { Collected } from "./collect.ts";
import type { Instance } from "./instance.ts";
import { type NamedTarget, namesNamespace, namespaceName, type Reference } from "./references.ts";
import type { Scoped } from "./scope.ts";

/** What a reference means. */
export type Resolution =
  /** An object of this program. */
  | { readonly type: "instance"; readonly id: ResourceId; readonly instance: Instance }
  /** An object that exists, or that nothing can be said about. */
  | { readonly type: "elsewhere"; readonly id: ResourceId | undefined }
  /** Nothing that is known. */
  | { readonly type: "unresolved"; readonly id: ResourceId }
  | { readonly type: "not-in-cluster"; readonly id: ResourceId }
  | { readonly type: "ambiguous"; readonly id: ResourceId; readonly namespaces: readonly string[] };

/** Finds the objects that references mean. */
export class Resolver {
  readonly #collected: Collected;
  readonly #scoped: Scoped;
  readonly #kinds: KindTable;
  /** Keys of objects that are in the cluster though this program does not make them. */
  readonly #existing: ReadonlySet<string>;
  readonly #servers: readonly string[];

  constructor(collected: Collected, scoped: Scoped, kinds: KindTable, existing: ReadonlySet<string>) {
    this.#collected = collected;
    this.#scoped = scoped;
    this.#kinds = kinds;
    this.#existing = existing;
    this.#servers = [...new Set(scoped.deployments.map((deployment) => deployment.server))];
  }

  /** What a reference of an object means. */
  resolve(reference: Reference, from: Instance): Resolution {
    if (reference.target) return asSaid(this.#resolveValue(reference.target, reference, from), reference);
    if (reference.named) return this.#resolveNamed(reference.named, reference, from);
    return { type: "elsewhere", id: undefined };
  }

  #resolveValue(target: Resource, reference: Reference, from: Instance): Resolution {
    if (this.#collected.isRefused(target)) return { type: "elsewhere", id: undefined };
    const nodes = this.#collected.nodesOf(target);
    for (const server of this.#serversFor(reference, from)) {
      const [node, ...others] = nodes;
      const ofFirst = node ? this.#scoped.instancesOf(node, server) : [];
      const instances =
        others.length === 0
          ? ofFirst
          : [...ofFirst, ...others.flatMap((other) => this.#scoped.instancesOf(other, server))];
      const [first] = instances;
      if (first && instances.length === 1) return { type: "instance", id: first.id, instance: first };
      if (first) {
        const near = instances.find(({ id }) => id.namespace === from.id.namespace);
        if (near) return { type: "instance", id: near.id, instance: near };
        return { type: "ambiguous", id: first.id, namespaces: instances.map(({ id }) => id.namespace ?? "").sort() };
      }
      const equal = this.#findEqual(target, server, from);
      if (equal) return { type: "instance", id: equal.id, instance: equal };
    }
    return {
      type: "not-in-cluster",
      id: identityOf(target, target.metadata.namespace ?? this.#defaultNamespace(target)),
    };
  }

  /** Another value of the same identity: a helper that makes an object twice makes one object. */
  #findEqual(target: Resource, server: string, from: Instance): Instance | undefined {
    const { namespace } = target.metadata;
    const candidates =
      namespace === undefined ? [this.#defaultNamespace(target), from.id.namespace, undefined] : [namespace];
    for (const candidate of candidates) {
      const found = this.#scoped.find(server, identityKey(identityOf(target, candidate)));
      if (found) return found;
    }
    return undefined;
  }

  #resolveNamed(named: NamedTarget, reference: Reference, from: Instance): Resolution {
    const id = this.identify(named, reference, from);
    if (!id) return { type: "elsewhere", id: undefined };
    const key = identityKey(id);
    for (const server of this.#serversFor(reference, from)) {
      const instance = this.#scoped.find(server, key);
      if (instance) return { type: "instance", id: instance.id, instance };
    }
    if (named.external || this.#existing.has(key)) return { type: "elsewhere", id };
    // A controller makes it, later than this program.
    if (this.#kinds.find(id.group, id.kind)?.byController === true) return { type: "elsewhere", id };
    return { type: "unresolved", id };
  }

  /** The identity that a reference by names means; `undefined` when it is not known before it is applied. */
  identify(named: NamedTarget, reference: Reference, from: Instance): ResourceId | undefined {
    const kind = kindMeant(named, reference);
    if (kind === undefined || !isName(named.name)) return undefined;
    const definition = this.#definitionOf(named, kind);
    const group = named.apiVersion === undefined ? (definition?.group ?? "") : groupOf(named.apiVersion);
    if (definition?.scope === "Cluster") return { group, kind, name: named.name };
    const namespace = this.namespaceMeant(named, reference, from);
    if (namespace !== undefined && !isName(namespace)) return undefined;
    return { group, kind, namespace, name: named.name };
  }

  /** The namespace that a reference by names means, said or not. */
  namespaceMeant(named: NamedTarget, reference: Reference, from: Instance): unknown {
    if (named.namespace !== undefined) return named.namespace;
    const kind = kindMeant(named, reference);
    const mayDiffer = named.external && namesNamespace(reference.slot) && kind !== undefined;
    return (mayDiffer ? this.#definitionOf(named, kind)?.defaultNamespace : undefined) ?? from.id.namespace;
  }

  #definitionOf({ apiVersion }: NamedTarget, kind: string): KindDefinition | undefined {
    return apiVersion === undefined ? this.#kinds.findByKind(kind) : this.#kinds.find(groupOf(apiVersion), kind);
  }

  /** The API servers that a reference may mean, the likeliest first. */
  #serversFor({ slot }: Reference, from: Instance): readonly string[] {
    const { edge, remote, anywhere } = slot.reference;
    if (anywhere !== true) {
      if (edge === "need" && remote !== true) return [from.server];
      const [value] = from.values;
      const field = value?.node.definition?.applier?.kubeConfig ?? "kubeConfig";
      // What is only mentioned may be seen on the cluster that the object is applied to by its `kubeConfig`.
      if (value === undefined || specField(value.node.resource, field) === undefined) return [from.server];
    }
    return [from.server, ...this.#servers.filter((server) => server !== from.server)];
  }

  #defaultNamespace(resource: Resource): string | undefined {
    return this.#kinds.find(groupOf(resource.apiVersion), resource.kind)?.defaultNamespace;
  }
}

/** A namespace that an author wrote beside a resource is the one that Flux looks in. */
function asSaid(resolution: Resolution, { siblings }: Reference): Resolution {
  const namespace = namespaceName(siblings?.["namespace"]);
  if (resolution.type !== "instance" || !isName(namespace) || namespace === resolution.id.namespace) return resolution;
  return { type: "unresolved", id: { ...resolution.id, namespace } };
}

/** The kind that a reference by names means: a slot for one kind does not have it said. */
function kindMeant(named: NamedTarget, { slot }: Reference): string | undefined {
  const { kinds } = slot.reference;
  return named.kind ?? (kinds !== "any" && kinds.length === 1 ? kinds[0] : undefined);
}

/** A text with a variable in it is known to Flux alone, and a wildcard names nothing. */
function isName(value: unknown): value is string {
  return typeof value === "string" && !value.includes("${") && value !== "*";
}
