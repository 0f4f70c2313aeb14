import type { GroupOptions } from "../model/group.ts";
import { formatIdentity, identityKey, identityOf, type ResourceId } from "../model/identity.ts";
import { namespaceOption } from "../model/namespace-option.ts";
import type { Resource } from "../model/resource.ts";
import type { Collected, Container, Node } from "./collect.ts";
import { type Deployment, describeDeployment, findDeployments } from "./deployments.ts";
import { namesNamespace, type Reference } from "./references.ts";
import { place, type Reporter } from "./reporter.ts";

// Second stage. In: values and containers. Out: objects with an identity, each in one container: every namespace is decided, and
// what is only needed has found its place.

/** One object on one API server. */
export interface Instance {
  readonly id: ResourceId;
  readonly key: string;
  readonly server: string;
  /** The values that it was written as; more than one when a helper made it several times. */
  readonly values: InstanceValue[];
  /** How it is applied. */
  readonly deployments: Deployment[];
  /** Whether a container lists it; else it came along with what needs it. */
  listed: boolean;
}

/** A value that stands for an object. */
export interface InstanceValue {
  readonly node: Node;
  readonly group: GroupOptions | undefined;
  /** The namespace to write; absent where the Kustomization gives one. */
  readonly namespace: string | undefined;
}

/** What the second stage decided. */
export interface Scoped {
  readonly deployments: readonly Deployment[];
  readonly instances: readonly Instance[];
  /** The objects that a value stands for on an API server. */
  instancesOf(node: Node, server: string): readonly Instance[];
  find(server: string, key: string): Instance | undefined;
}

interface Arrival {
  readonly from: Instance;
  readonly reference: Reference;
}

interface Listed {
  readonly deployment: Deployment;
  readonly group: GroupOptions | undefined;
}

/** Decides identities, namespaces and places in one cluster. */
export function scope(collected: Collected, reporter: Reporter): Scoped {
  return new Scoper(collected, reporter).scope();
}

class Scoper {
  readonly #collected: Collected;
  readonly #reporter: Reporter;
  readonly #instances = new Map<string, Instance>();
  readonly #byNode = new Map<Node, Instance[]>();
  readonly #pending = new Map<Node, Listed[]>();
  readonly #arrivals = new Map<Node, Arrival[]>();
  readonly #ambiguous = new Set<Instance>();
  /** Objects that are applied several times, by the places that apply them. */
  readonly #repeated = new Map<string, Instance[]>();

  constructor(collected: Collected, reporter: Reporter) {
    this.#collected = collected;
    this.#reporter = reporter;
  }

  scope(): Scoped {
    const deployments = findDeployments(this.#collected);
    for (const deployment of deployments) this.#list(deployment);
    for (const node of referrersFirst(this.#collected)) this.#settle(node);
    for (const instance of this.#instances.values()) this.#checkPlace(instance);
    for (const instances of this.#repeated.values()) this.#reportRepeated(instances);
    return {
      deployments,
      instances: [...this.#instances.values()],
      instancesOf: (node, server) => (this.#byNode.get(node) ?? []).filter((instance) => instance.server === server),
      find: (server, key) => this.#instances.get(instanceKey(server, key)),
    };
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
      instance = { id, key, server, values: [], deployments: [], listed: false };
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
        const target = reference.target && this.#collected.nodeOf(reference.target);
        if (target) append(this.#arrivals, target, { from: instance, reference });
      }
    }
  }

  /** Places a value that no container lists with those that need it. */
  #bringAlong(node: Node, arrivals: readonly Arrival[], server: string): void {
    for (const { from } of arrivals.filter(isNeed)) {
      for (const deployment of from.deployments) {
        const { targetNamespace } = deployment;
        const own = node.resource.metadata.namespace;
        if (needsNoNamespace(node)) {
          this.#bring(node, unaskedNamespace(node, targetNamespace), own, deployment);
        } else if (targetNamespace !== undefined && !this.#isListed(node, own, server)) {
          this.#bring(node, targetNamespace, own, deployment);
        } else if (own !== undefined) {
          this.#bring(node, own, own, deployment);
        }
      }
    }
    if ((this.#byNode.get(node) ?? []).some((instance) => instance.server === server)) return;
    for (const namespace of this.#namespacesFor(node, arrivals)) {
      for (const { from } of arrivals.filter(isNeed)) {
        for (const deployment of from.deployments) this.#bring(node, namespace, namespace, deployment);
      }
    }
  }

  #bring(node: Node, namespace: string | undefined, written: string | undefined, deployment: Deployment): void {
    if (this.#isListed(node, namespace, deployment.server)) {
      // An equal value stands in a container already: this one is the same object, and brings nothing.
      this.#instance(node, namespace, deployment.server, undefined, written);
    } else {
      this.#place(node, undefined, namespace, written, deployment, false);
    }
  }

  #isListed(node: Node, namespace: string | undefined, server: string): boolean {
    const key = identityKey(identityOf(node.resource, namespace));
    return this.#instances.get(instanceKey(server, key))?.listed === true;
  }

  /** The namespaces of a value that has none of its own: that of its referrers, or its kind's default. */
  #namespacesFor(node: Node, arrivals: readonly Arrival[]): readonly string[] {
    const { resource, definition } = node;
    const local = arrivals.length > 0 && arrivals.every(({ reference }) => !namesNamespace(reference.slot));
    const inherited = local ? [...new Set(arrivals.map(({ from }) => from.id.namespace))].filter(isText) : [];
    const name = `${resource.kind} ${JSON.stringify(resource.metadata.name)}`;
    if (inherited.length > 1) {
      this.#reporter.report("namespace/ambiguous", {
        message: `${name} has no namespace, and objects of ${inherited.length} namespaces refer to it: ${inherited.sort().join(", ")}`,
        hint: `list it once for each: ${inherited.map((namespace) => `group({ namespace: ${JSON.stringify(namespace)} }, […])`).join(", ")}`,
        resource,
        related: arrivals.slice(0, 4).map(({ from }) => referrer(from)),
      });
      return inherited;
    }
    if (inherited.length === 1) return inherited;
    if (definition?.defaultNamespace !== undefined) return [definition.defaultNamespace];
    this.#reporter.report("namespace/missing", {
      message: `${name} has no namespace`,
      hint: 'give it one with { namespace: "…" }, or list it in a group({ namespace: "…" }, […])',
      resource,
      related: arrivals.slice(0, 1).map(({ from }) => referrer(from)),
    });
    return ["default"];
  }

  #checkPlace(instance: Instance): void {
    const containers = new Set(instance.deployments.map((deployment) => deployment.container));
    if (containers.size > 1 && !instance.listed) this.#reportAmbiguous(instance, containers);
    else if (instance.deployments.length > 1) {
      append(this.#repeated, instance.deployments.map(describeDeployment).sort().join(" and by "), instance);
    }
  }

  /** Reports what the same places apply several times once, not object by object. */
  #reportRepeated(instances: readonly Instance[]): void {
    const [instance] = instances;
    if (!instance) return;
    const places = instance.deployments;
    const inOne = new Set(places.map((deployment) => deployment.container)).size === 1;
    const others = instances.length === 1 ? "" : ` and ${instances.length - 1} more`;
    this.#reporter.report("layout/duplicate-object", {
      message: `${formatIdentity(instance.id)}${others}: applied by ${places.map(describeDeployment).sort().join(" and by ")}`,
      hint: inOne
        ? "apply the directory by one Kustomization, or give each another kubeConfig or targetNamespace"
        : "list it in one of them only; what needs it finds it there",
      resource: firstValue(instance),
      id: instance.id,
      related: places.flatMap(({ by, container }) => {
        const value = by?.node.resource ?? container.directories[0];
        return value ? [place("applied from here", value)] : [];
      }),
    });
  }

  #reportAmbiguous(instance: Instance, containers: ReadonlySet<Container>): void {
    this.#ambiguous.add(instance);
    const resource = firstValue(instance);
    const needers = [...this.#instances.values()].filter(
      ({ values, server }) => server === instance.server && values.some(({ node }) => this.#needs(node, instance)),
    );
    // What only an ambiguous object needs finds its place with it.
    if (needers.every((needer) => this.#ambiguous.has(needer))) return;
    const places = instance.deployments.map(describeDeployment);
    this.#reporter.report("placement/ambiguous", {
      message: `${formatIdentity(instance.id)} is listed nowhere, and objects in ${containers.size} places need it: ${[...new Set(places)].sort().join(" and ")}`,
      hint: "list it once, usually among the cluster's resources",
      resource,
      id: instance.id,
      related: needers.slice(0, 4).map(referrer),
    });
  }

  #needs(node: Node, instance: Instance): boolean {
    return node.references.some(({ target, edge }) => {
      const needed = target && edge === "need" ? this.#collected.nodeOf(target) : undefined;
      return needed !== undefined && instance.values.some((value) => value.node === needed);
    });
  }
}

const NO_ARRIVALS: readonly Arrival[] = [];

/** The API servers on which something is needed. */
function serversOf(arrivals: readonly Arrival[]): Iterable<string> {
  if (arrivals.length === 0) return [];
  return new Set(arrivals.filter(isNeed).map(({ from }) => from.server));
}

/** The value that an object's places are shown at. */
export function firstValue(instance: Instance): Resource {
  const [value] = instance.values;
  if (!value) throw new TypeError("an object without a value");
  return value.node.resource;
}

function referrer(instance: Instance): ReturnType<typeof place> {
  return place(`${formatIdentity(instance.id)} refers to it`, firstValue(instance));
}

function ownNamespace({ resource, definition }: Node, group: GroupOptions | undefined): string | undefined {
  // A group cannot know whether an object of unknown scope may have a namespace.
  const given = definition?.scope === "Namespaced" ? namespaceOption(group?.namespace)?.name : undefined;
  return resource.metadata.namespace ?? given;
}

/** Cluster-scoped objects have no namespace; one of unknown scope has what its author wrote. */
function needsNoNamespace({ definition }: Node): boolean {
  return definition?.scope !== "Namespaced";
}

/** The namespace of an object that is given none: its own, which its Kustomization may replace. */
function unaskedNamespace({ resource, definition }: Node, targetNamespace: string | undefined): string | undefined {
  const own = resource.metadata.namespace;
  return own === undefined || definition?.scope === "Cluster" ? undefined : (targetNamespace ?? own);
}

function isNeed({ reference }: Arrival): boolean {
  return reference.edge === "need";
}

function isText(value: string | undefined): value is string {
  return value !== undefined;
}

function instanceKey(server: string, key: string): string {
  return server === "" ? key : `${server} ${key}`;
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Every node, each after those that refer to it and after what applies its container. */
function referrersFirst(collected: Collected): readonly Node[] {
  const order: Node[] = [];
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const { target } of node.references) {
      const next = target && collected.nodeOf(target);
      if (next) visit(next);
    }
    const container = node.directory && collected.directories.get(node.directory.path);
    for (const listing of container?.listings.flat() ?? []) visit(listing.node);
    order.push(node);
  };
  for (const node of collected.nodes) visit(node);
  return order.reverse();
}
