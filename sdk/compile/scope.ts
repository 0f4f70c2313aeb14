import type { GroupOptions } from "../model/group.ts";
import { identityKey, identityOf } from "../model/identity.ts";
import { checkPlaces } from "./check-places.ts";
import type { Collected, Node } from "./collect.ts";
import { type Deployment, findDeployments } from "./deployments.ts";
import type { Instance } from "./instance.ts";
import { type Arrival, namespacesFor, needsNoNamespace, ownNamespace, unaskedNamespace } from "./namespaces.ts";
import { referrersFirst } from "./reference-order.ts";
import type { Reporter } from "./reporter.ts";

// Second stage. In: values and containers. Out: objects with an identity, each in one container: every namespace is decided, and
// what is only needed has found its place.

/** What the second stage decided. */
export interface Scoped {
  readonly deployments: readonly Deployment[];
  readonly instances: readonly Instance[];
  /** The objects that a value stands for on an API server. */
  instancesOf(node: Node, server: string): readonly Instance[];
  find(server: string, key: string): Instance | undefined;
}

interface Listed {
  readonly deployment: Deployment;
  readonly group: GroupOptions | undefined;
}

/** What a run found listed: keys of objects, and how their containers are applied. */
type ListedPlaces = ReadonlyMap<string, readonly Deployment[]>;

/** Decides identities, namespaces and places in one cluster. */
export function scope(collected: Collected, reporter: Reporter): Scoped {
  const deployments = findDeployments(collected);
  // A listed value may get its namespace from what refers to it, and so be known as listed only after an equal one was needed.
  // What one run learns of that holds for the next, so that nothing depends on which came first.
  let listed: ListedPlaces = new Map();
  for (let run = 1; ; run++) {
    const draft = reporter.draft();
    const scoper = new Scoper(collected, deployments, listed, draft);
    const scoped = scoper.scope();
    if (scoper.isSettled() || run === MOST_RUNS) {
      reporter.takeOver(draft);
      return scoped;
    }
    // The last run believes nothing, so that it loses nothing.
    listed = run + 1 < MOST_RUNS ? scoper.listedPlaces : new Map();
  }
}

/** The second run settles everything but fleets that were made to need more. */
const MOST_RUNS = 4;

class Scoper {
  /** What this run found listed. */
  readonly listedPlaces = new Map<string, Deployment[]>();
  readonly #collected: Collected;
  readonly #deployments: readonly Deployment[];
  /** What an earlier run found listed. */
  readonly #believed: ListedPlaces;
  readonly #reporter: Reporter;
  readonly #instances = new Map<string, Instance>();
  readonly #byNode = new Map<Node, Instance[]>();
  readonly #pending = new Map<Node, Listed[]>();
  readonly #arrivals = new Map<Node, Arrival[]>();
  /** Values that several namespaces refer to: where they belong cannot be said before that is settled. */
  readonly #ambiguous = new Set<Node>();

  constructor(collected: Collected, deployments: readonly Deployment[], believed: ListedPlaces, reporter: Reporter) {
    this.#collected = collected;
    this.#deployments = deployments;
    this.#believed = believed;
    this.#reporter = reporter;
  }

  scope(): Scoped {
    for (const deployment of this.#deployments) this.#list(deployment);
    for (const node of referrersFirst(this.#collected)) this.#settle(node);
    const instances = [...this.#instances.values()];
    checkPlaces(this.#collected, instances, this.#ambiguous, this.#reporter);
    return {
      deployments: this.#deployments,
      instances,
      instancesOf: (node, server) => onServer(this.#byNode.get(node) ?? [], server),
      find: (server, key) => this.#instances.get(instanceKey(server, key)),
    };
  }

  /** Says whether every object is where this run found it listed, or was brought, and none is both. */
  isSettled(): boolean {
    for (const [key, { deployments, listed }] of this.#instances) {
      const places = this.listedPlaces.get(key);
      if (listed ? deployments.length !== places?.length : this.#believed.has(key)) return false;
    }
    return true;
  }

  /** Takes in what a deployment's container lists. What has no namespace of its own waits for those that refer to it. */
  #list(deployment: Deployment): void {
    for (const { node, group } of deployment.container.listings.flat()) {
      const namespace = ownNamespace(node, group);
      const { targetNamespace } = deployment;
      if (needsNoNamespace(node)) {
        this.#place(node, group, unaskedNamespace(node, targetNamespace), namespace, deployment);
      } else if (targetNamespace !== undefined) {
        this.#place(node, group, targetNamespace, namespace, deployment);
      } else if (namespace !== undefined) this.#place(node, group, namespace, namespace, deployment);
      else append(this.#pending, node, { deployment, group });
    }
  }

  #place(
    node: Node,
    group: GroupOptions | undefined,
    effective: string | undefined,
    written: string | undefined,
    deployment: Deployment,
    listed = true,
  ): void {
    const instance = this.#instance(node, effective, deployment.server, group, written);
    if (!instance.deployments.includes(deployment)) instance.deployments.push(deployment);
    instance.listed ||= listed;
    if (listed) {
      const places = this.listedPlaces.get(instanceKey(instance.server, instance.key));
      if (!places) this.listedPlaces.set(instanceKey(instance.server, instance.key), [deployment]);
      else if (!places.includes(deployment)) places.push(deployment);
    }
  }

  #instance(
    node: Node,
    namespace: string | undefined,
    server: string,
    group: GroupOptions | undefined,
    written: string | undefined,
  ): Instance {
    const id = identityOf(node.resource, namespace);
    const key = identityKey(id);
    let instance = this.#instances.get(instanceKey(server, key));
    if (!instance) {
      const deployments = [...(this.#believed.get(instanceKey(server, key)) ?? [])];
      instance = { id, key, server, values: [], deployments, listed: false };
      this.#instances.set(instanceKey(server, key), instance);
    }
    const known = instance.values.some(
      (value) => value.node === node && value.group === group && value.namespace === written,
    );
    if (!known) instance.values.push({ node, group, namespace: written });
    const ofNode = this.#byNode.get(node);
    if (!ofNode) this.#byNode.set(node, [instance]);
    else if (!ofNode.includes(instance)) ofNode.push(instance);
    return instance;
  }

  /** Decides the namespaces of a value, now that those of everything that refers to it are known. */
  #settle(node: Node): void {
    const arrivals = this.#arrivals.get(node) ?? NO_ARRIVALS;
    for (const { deployment, group } of this.#pending.get(node) ?? []) {
      const here = arrivals.filter(({ from }) => from.server === deployment.server);
      for (const namespace of this.#namespacesFor(node, here))
        this.#place(node, group, namespace, namespace, deployment);
    }
    for (const server of serversOf(arrivals)) {
      if ((this.#byNode.get(node) ?? []).some((instance) => instance.server === server)) continue;
      this.#bringAlong(
        node,
        arrivals.filter(({ from }) => from.server === server),
        server,
      );
    }
    for (const instance of this.#byNode.get(node) ?? []) {
      for (const reference of node.references) {
        if (!reference.target) continue;
        for (const target of this.#collected.nodesOf(reference.target))
          append(this.#arrivals, target, { from: instance, reference });
      }
    }
  }

  /** Places a value that no container lists with those that need it. */
  #bringAlong(node: Node, arrivals: readonly Arrival[], server: string): void {
    const own = node.resource.metadata.namespace;
    const unsaid = new Set<Deployment>();
    for (const { from } of arrivals.filter(isNeed)) {
      for (const deployment of from.deployments) {
        const { targetNamespace } = deployment;
        if (needsNoNamespace(node)) {
          this.#bring(node, unaskedNamespace(node, targetNamespace), own, deployment);
        } else if (targetNamespace !== undefined && !this.#isListed(node, own, server)) {
          this.#bring(node, targetNamespace, own, deployment);
        } else if (own !== undefined) {
          this.#bring(node, own, own, deployment);
        } else {
          unsaid.add(deployment);
        }
      }
    }
    if (unsaid.size === 0) return;
    // What a Kustomization puts into its target has its namespace, and says nothing of the others.
    const asking = arrivals.filter(({ from }) => from.deployments.some((deployment) => unsaid.has(deployment)));
    for (const namespace of this.#namespacesFor(node, asking)) {
      for (const deployment of unsaid) this.#bring(node, namespace, namespace, deployment);
    }
  }

  #namespacesFor(node: Node, arrivals: readonly Arrival[]): readonly string[] {
    const namespaces = namespacesFor(node, arrivals, this.#reporter);
    if (namespaces.length > 1) this.#ambiguous.add(node);
    return namespaces;
  }

  #bring(node: Node, namespace: string | undefined, written: string | undefined, deployment: Deployment): void {
    if (this.#isListed(node, namespace, deployment.server)) {
      // An equal value stands in a container: this one is the same object, and brings nothing.
      this.#instance(node, namespace, deployment.server, undefined, written);
    } else {
      this.#place(node, undefined, namespace, written, deployment, false);
    }
  }

  #isListed(node: Node, namespace: string | undefined, server: string): boolean {
    const key = instanceKey(server, identityKey(identityOf(node.resource, namespace)));
    return this.#believed.has(key) || this.#instances.get(key)?.listed === true;
  }
}

function instanceKey(server: string, key: string): string {
  return server === "" ? key : `${server} ${key}`;
}

const NO_ARRIVALS: readonly Arrival[] = [];

/** The API servers on which something is needed. */
function serversOf(arrivals: readonly Arrival[]): Iterable<string> {
  if (arrivals.length === 0) return [];
  return new Set(arrivals.filter(isNeed).map(({ from }) => from.server));
}

function isNeed({ reference }: Arrival): boolean {
  return reference.edge === "need";
}

/** Nearly always all of them, and then the list itself: it is asked for every reference. */
function onServer(instances: readonly Instance[], server: string): readonly Instance[] {
  const isHere = (instance: Instance): boolean => instance.server === server;
  return instances.every(isHere) ? instances : instances.filter(isHere);
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
