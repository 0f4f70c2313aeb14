import { frozenResource } from "../model/changed-resource.ts";
import type { Cluster } from "../model/cluster.ts";
import { type Directory, isDirectory } from "../model/directory.ts";
import { type GroupOptions, isGroup } from "../model/group.ts";
import { groupOf } from "../model/identity.ts";
import type { KindDefinition, KindTable } from "../model/kind-definition.ts";
import { namespaceOption } from "../model/namespace-option.ts";
import { isResource, type Resource } from "../model/resource.ts";
import { specField } from "./body.ts";
import { describe, hasIdentity, hasKnownNamespace } from "./check-identity.ts";
import { Overrides } from "./overrides.ts";
import { type Reference, visitReferences } from "./references.ts";
import type { Reporter } from "./reporter.ts";

// First stage. In: a cluster as the author wrote it. Out: every value that it lists or needs, once, with its references and its
// overrides applied, and the containers that list values. It knows no namespaces yet and resolves nothing.

/** One value of the author's in one cluster. */
export interface Node {
  /** The value, with the cluster's override applied. */
  readonly resource: Resource;
  readonly definition: KindDefinition | undefined;
  readonly references: readonly Reference[];
  /** The directory that it applies. */
  readonly directory: Directory | undefined;
}

/** A value as a container lists it. */
export interface Listing {
  readonly node: Node;
  /** What the groups around it give. */
  readonly group: GroupOptions | undefined;
}

/** The cluster's root, or a directory. */
export interface Container {
  /** The directory's path; `undefined` for the root. */
  readonly path: string | undefined;
  /** The values that stand for it: several when a helper made the same directory several times. */
  readonly directories: Directory[];
  /** What each of them lists. */
  readonly listings: Listing[][];
}

/** What the first stage found. */
export interface Collected {
  readonly root: Container;
  /** The directories, by path. */
  readonly directories: ReadonlyMap<string, Container>;
  /** Every value that is listed or needed. */
  readonly nodes: readonly Node[];
  /** The node of a value, mentioned ones included; `undefined` for one that nothing lists or needs. */
  nodeOf(value: Resource): Node | undefined;
  /** Says whether a value has no identity, which was reported. */
  isRefused(value: Resource): boolean;
}

/** Collects one cluster. */
export function collect(cluster: Cluster, kinds: KindTable, reporter: Reporter): Collected {
  return new Collector(cluster, kinds, reporter).collect();
}

class Collector {
  readonly #nodes = new Map<Resource, Node>();
  /** Values that were reported, and of which nothing else is said. */
  readonly #refused = new Set<Resource>();
  readonly #directories = new Map<string, Container>();
  readonly #overrides: Overrides;
  readonly #cluster: Cluster;
  readonly #kinds: KindTable;
  readonly #reporter: Reporter;

  constructor(cluster: Cluster, kinds: KindTable, reporter: Reporter) {
    this.#cluster = cluster;
    this.#kinds = kinds;
    this.#reporter = reporter;
    this.#overrides = new Overrides(cluster.overrides ?? [], kinds, reporter);
  }

  collect(): Collected {
    const root: Container = { path: undefined, directories: [], listings: [] };
    root.listings.push(this.#list(this.#cluster.resources, this.#cluster));
    this.#overrides.reportUnmatched();
    return {
      root,
      directories: this.#directories,
      nodes: [...new Set(this.#nodes.values())],
      nodeOf: (value) => this.#nodes.get(value),
      isRefused: (value) => this.#refused.has(value),
    };
  }

  #list(resources: unknown, container: object): Listing[] {
    const listings: Listing[] = [];
    this.#flatten(resources, undefined, container, listings);
    return listings;
  }

  #flatten(value: unknown, group: GroupOptions | undefined, container: object, listings: Listing[]): void {
    if (value === null || value === undefined || value === false) return;
    if (isResource(value)) {
      const node = this.#visit(value, group);
      if (node) listings.push({ node, group });
    } else if (Array.isArray(value)) {
      for (const item of value) this.#flatten(item, group, container, listings);
    } else if (typeof value === "object" && isGroup(value)) {
      const given = hasKnownNamespace(value, this.#reporter)
        ? value.options
        : { ...value.options, namespace: "default" };
      this.#flatten(value.resources, mergeGroups(group, given), container, listings);
    } else {
      this.#reporter.report("value/unsupported", {
        message: `${describe(value)} is listed among the resources`,
        hint: isDirectory(value)
          ? "give it as the path of a Kustomization, and list that"
          : "list what a builder, resource() or group() returns",
        at: container,
      });
    }
  }

  /** Takes a value in, with everything that it needs. */
  #visit(value: Resource, group?: GroupOptions): Node | undefined {
    const known = this.#nodes.get(value);
    if (known) return known;
    if (!this.#isIdentified(value)) return undefined;
    const namespace = value.metadata.namespace ?? namespaceOption(group?.namespace)?.name;
    const resource = this.#overrides.apply(frozenResource(value), namespace);
    const definition = this.#kinds.find(groupOf(resource.apiVersion), resource.kind);
    const references: Reference[] = [];
    const isRemote = specField(resource, definition?.applier?.kubeConfig ?? "kubeConfig") !== undefined;
    visitReferences(resource, definition?.body, (reference) => {
      // What is on the remote cluster cannot be brought along to this one.
      const away = isRemote && reference.slot.reference.remote === true;
      references.push(away ? { ...reference, edge: "mention" } : reference);
    });
    const path = definition?.applier && specField(resource, definition.applier.path);
    const directory = isDirectory(path) ? path : undefined;
    const node: Node = { resource, definition, references, directory };
    this.#nodes.set(value, node);
    this.#nodes.set(resource, node);
    for (const { target, edge } of references) {
      if (target && this.#isIdentified(target) && edge === "need") this.#visit(target);
    }
    if (directory) this.#open(directory);
    return node;
  }

  #open(directory: Directory): void {
    let container = this.#directories.get(directory.path);
    if (!container) {
      container = { path: directory.path, directories: [], listings: [] };
      this.#directories.set(directory.path, container);
    }
    if (container.directories.includes(directory)) return;
    container.directories.push(directory);
    container.listings.push(this.#list(directory.resources, directory));
  }

  #isIdentified(value: Resource): boolean {
    if (this.#nodes.has(value)) return true;
    if (this.#refused.has(value)) return false;
    if (hasIdentity(value, this.#reporter)) return true;
    this.#refused.add(value);
    return false;
  }
}

function mergeGroups(outer: GroupOptions | undefined, inner: GroupOptions): GroupOptions {
  if (outer === undefined) return inner;
  return {
    namespace: inner.namespace ?? outer.namespace,
    labels: { ...outer.labels, ...inner.labels },
    annotations: { ...outer.annotations, ...inner.annotations },
  };
}
