import { groupOf, type ResourceId } from "../model/identity.ts";
import type { KindTable } from "../model/kind-definition.ts";
import { namespaceOption } from "../model/namespace-option.ts";
import type { Override } from "../model/override.ts";
import { isResource, type Resource } from "../model/resource.ts";
import type { Collected, Node, Standing } from "./collect.ts";
import type { Instance } from "./instance.ts";
import type { Scoped } from "./scope.ts";

/** Finds the objects that overrides mean, by the identities that values have without any override. */
export class OverrideTargets {
  readonly #collected: Collected;
  readonly #byNode = new Map<Node, Instance[]>();
  readonly #kinds: KindTable;
  /** The identities of the resources that overrides name. */
  readonly #named = new Map<Resource, readonly ResourceId[]>();

  constructor(collected: Collected, scoped: Scoped, kinds: KindTable) {
    this.#collected = collected;
    this.#kinds = kinds;
    for (const instance of scoped.instances) {
      for (const node of new Set(instance.values.map((value) => value.node))) {
        const instances = this.#byNode.get(node);
        if (instances) instances.push(instance);
        else this.#byNode.set(node, [instance]);
      }
    }
  }

  /** The identities of a value: as a container lists it, or wherever it stands. */
  identitiesOf(value: Resource, standing?: Standing): readonly ResourceId[] {
    const nodes = this.#collected.nodesOf(value);
    const instances = nodes
      .flatMap((node) => this.#byNode.get(node) ?? [])
      .filter((instance) => isThere(instance, nodes, standing));
    if (instances.length > 0) return instances.map(({ id }) => id);
    const { apiVersion, kind, metadata } = value;
    const namespace = metadata.namespace ?? standing?.namespace ?? this.#defaultNamespace(value);
    return [{ group: groupOf(apiVersion), kind, namespace, name: metadata.name }];
  }

  /** Says whether an override means an identity. A namespace that is not known, or not said, is no difference. */
  means({ target }: Override, id: ResourceId): boolean {
    if (isResource(target)) return this.#identitiesNamed(target).some((wanted) => isSame(wanted, id));
    const { apiVersion, kind, name, namespace } = target;
    if (typeof name !== "string") return false;
    return isSame({ group: apiVersion === undefined ? id.group : groupOf(apiVersion), kind, namespace, name }, id);
  }

  #identitiesNamed(target: Resource): readonly ResourceId[] {
    let identities = this.#named.get(target);
    if (!identities) {
      identities = this.identitiesOf(target);
      this.#named.set(target, identities);
    }
    return identities;
  }

  #defaultNamespace({ apiVersion, kind }: Resource): string | undefined {
    return this.#kinds.find(groupOf(apiVersion), kind)?.defaultNamespace;
  }
}

/** Says whether an object is what a container's listing of a value came to. */
function isThere(
  { values, deployments }: Instance,
  nodes: readonly unknown[],
  standing: Standing | undefined,
): boolean {
  if (standing === undefined) return true;
  return (
    deployments.some(({ container }) => container.path === standing.container) &&
    values.some(
      ({ node, group }) => nodes.includes(node) && namespaceOption(group?.namespace)?.name === standing.namespace,
    )
  );
}

function isSame(wanted: ResourceId, id: ResourceId): boolean {
  return (
    wanted.kind === id.kind &&
    wanted.name === id.name &&
    wanted.group === id.group &&
    (wanted.namespace === undefined || id.namespace === undefined || wanted.namespace === id.namespace)
  );
}
