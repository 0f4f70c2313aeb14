import { frozenResource } from "../model/changed-resource.ts";
import type { Cluster } from "../model/cluster.ts";
import { type Directory, isDirectory } from "../model/directory.ts";
import { type GroupOptions, isGroup } from "../model/group.ts";
import { groupOf } from "../model/identity.ts";
import type { KindDefinition, KindTable } from "../model/kind-definition.ts";
import { namespaceOption } from "../model/namespace-option.ts";
import { isResource, marksOf, type Resource } from "../model/resource.ts";
import { keepCallSite } from "../model/source-location.ts";
import { specField } from "./body.ts";
import { checkBody } from "./check-body.ts";
import { describe, hasIdentity, hasKnownNamespace, isOneObject } from "./check-identity.ts";
import { checkSilence } from "./check-silence.ts";
import { type Reference, visitReferences } from "./references.ts";
import type { Reporter } from "./reporter.ts";

// First stage. In: a cluster as the author wrote it. Out: every value that it lists or needs, once, changed as overrides say, with
// its references, and the containers that list values. It knows no namespaces yet and resolves nothing.

/** One value of the author's in one cluster. */
export interface Node {
  /** The value, with the override of its identity applied. */
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
  /** The definitions that values bring along, each with the first that does. */
  readonly definitions: ReadonlyMap<KindDefinition, Resource>;
  /** The nodes of a value: none when nothing lists or needs it, several when an override changes only some of its listings. */
  nodesOf(value: Resource): readonly Node[];
  /** Says whether a value has no identity, which was reported. */
  isRefused(value: Resource): boolean;
}

/** Where a container lists a value. */
export interface Standing {
  /** The directory's path; `undefined` for the root. */
  readonly container: string | undefined;
  /** What the groups around it give. */
  readonly namespace: string | undefined;
}

/** Gives what stands in the place of a value: as a container lists it, or, where it is needed, all that it comes to. */
export type Change = (value: Resource, standing: Standing | undefined) => readonly Resource[];

/** Collects one cluster. */
export function collect(cluster: Cluster, kinds: KindTable, reporter: Reporter, change?: Change): Collected {
  return new Collector(cluster, kinds, reporter, change).collect();
}

const NONE: readonly Node[] = [];

class Collector {
  readonly #nodes = new Map<Resource, Node[]>();
  /** Values that were reported, and of which nothing else is said. */
  readonly #refused = new Set<Resource>();
  readonly #directories = new Map<string, Container>();
  readonly #definitions = new Map<KindDefinition, Resource>();
  readonly #cluster: Cluster;
  readonly #kinds: KindTable;
  readonly #reporter: Reporter;
  readonly #change: Change | undefined;

  constructor(cluster: Cluster, kinds: KindTable, reporter: Reporter, change: Change | undefined) {
    this.#cluster = cluster;
    this.#kinds = kinds;
    this.#reporter = reporter;
    this.#change = change;
  }

  collect(): Collected {
    const root: Container = { path: undefined, directories: [], listings: [] };
    root.listings.push(this.#list(this.#cluster.resources, this.#cluster, undefined));
    return {
      root,
      directories: this.#directories,
      nodes: [...this.#nodes.values()].flat(),
      definitions: this.#definitions,
      nodesOf: (value) => this.#nodes.get(value) ?? NONE,
      isRefused: (value) => this.#refused.has(value),
    };
  }

  #list(resources: unknown, at: object, container: string | undefined): Listing[] {
    const listings: Listing[] = [];
    const flatten = (value: unknown, group: GroupOptions | undefined): void => {
      if (value === null || value === undefined || value === false) return;
      if (isResource(value)) {
        const [node] = this.#visit(value, { container, namespace: namespaceOption(group?.namespace)?.name });
        if (node) listings.push({ node, group });
      } else if (Array.isArray(value)) {
        for (const item of value) flatten(item, group);
      } else if (typeof value === "object" && isGroup(value)) {
        const known = hasKnownNamespace(value, this.#reporter);
        const given = known ? value.options : { ...value.options, namespace: "default" };
        flatten(value.resources, mergeGroups(group, given));
      } else {
        this.#reporter.report("value/unsupported", {
          message: `${describe(value)} is listed among the resources`,
          hint: isDirectory(value)
            ? "give it as the path of a Kustomization, and list that"
            : "list what a builder, resource() or group() returns",
          at,
        });
      }
    };
    flatten(resources, undefined);
    return listings;
  }

  /** Takes a value in, with everything that it needs. */
  #visit(value: Resource, standing?: Standing): readonly Node[] {
    if (!this.#isIdentified(value)) return NONE;
    const known = this.#nodes.get(value);
    if (!this.#change) return known ?? [this.#take(value, frozenResource(value))];
    return this.#change(value, standing).map(
      (resource) => known?.find((node) => node.resource === resource) ?? this.#take(value, resource),
    );
  }

  #take(value: Resource, resource: Resource): Node {
    // An override may have made a list of it.
    if (resource !== value) isOneObject(resource, this.#reporter);
    const own = marksOf(resource).definition;
    if (own !== undefined && !this.#definitions.has(own)) this.#definitions.set(own, resource);
    const definition = this.#kinds.find(groupOf(resource.apiVersion), resource.kind) ?? own;
    checkSilence(resource, this.#reporter);
    checkBody(resource, definition, this.#reporter);
    const references: Reference[] = [];
    const isRemote = specField(resource, definition?.applier?.kubeConfig ?? "kubeConfig") !== undefined;
    visitReferences(resource, definition?.body?.(), (reference) => {
      // What is on the remote cluster cannot be brought along to this one.
      const away = isRemote && reference.slot.reference.remote === true;
      references.push(away ? { ...reference, edge: "mention" } : reference);
    });
    const path = definition?.applier && specField(resource, definition.applier.path);
    const directory = isDirectory(path) ? path : undefined;
    const node: Node = { resource, definition, references, directory };
    const nodes = this.#nodes.get(value);
    if (nodes) nodes.push(node);
    else this.#nodes.set(value, [node]);
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
    container.listings.push(this.#list(directory.resources, directory, directory.path));
  }

  #isIdentified(value: Resource): boolean {
    if (this.#nodes.has(value)) return true;
    if (this.#refused.has(value)) return false;
    if (isOneObject(value, this.#reporter) && hasIdentity(value, this.#reporter)) return true;
    this.#refused.add(value);
    return false;
  }
}

function mergeGroups(outer: GroupOptions | undefined, inner: GroupOptions): GroupOptions {
  if (outer === undefined) return inner;
  const merged = {
    namespace: inner.namespace ?? outer.namespace,
    labels: { ...outer.labels, ...inner.labels },
    annotations: { ...outer.annotations, ...inner.annotations },
  };
  keepCallSite(merged, outer, inner);
  return merged;
}
