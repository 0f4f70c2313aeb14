import { changedResource } from "../model/changed-resource.ts";
import { formatIdentity, groupOf, identityOf } from "../model/identity.ts";
import type { KindTable } from "../model/kind-definition.ts";
import type { Override } from "../model/override.ts";
import { isResource, type Resource } from "../model/resource.ts";
import { bodyOf } from "./body.ts";
import { mergeDeep, parsePath, withoutField } from "./merge.ts";
import { place, type Reporter } from "./reporter.ts";

/**
 * Changes resources as one cluster's overrides say. A target that is a resource means that value and every other of its
 * identity; names mean what has them. Where a namespace is not said, every one fits.
 */
export class Overrides {
  readonly #overrides: readonly Override[];
  readonly #changed = new Map<Resource, Resource>();
  readonly #matched = new Set<Override>();
  readonly #kinds: KindTable;
  readonly #reporter: Reporter;

  constructor(overrides: readonly Override[], kinds: KindTable, reporter: Reporter) {
    this.#overrides = overrides;
    this.#kinds = kinds;
    this.#reporter = reporter;
  }

  /** The value that the cluster uses in the place of the author's. */
  apply(resource: Resource, namespace: string | undefined): Resource {
    if (this.#overrides.length === 0) return resource;
    const known = this.#changed.get(resource);
    if (known) return known;
    const matching = this.#overrides.filter((candidate) => this.#matches(candidate, resource, namespace));
    const [first, second] = matching;
    for (const match of matching) this.#matched.add(match);
    if (first && second) {
      const name = formatIdentity(identityOf(resource, namespace));
      this.#reporter.report("override/duplicate", {
        message: `${name} has ${matching.length} overrides`,
        hint: "make one override() of them",
        at: second,
        related: [place("the first stands here", first)],
      });
    }
    const result = first === undefined ? resource : this.#change(resource, first);
    this.#changed.set(resource, result);
    return result;
  }

  /** Reports the overrides that changed nothing. */
  reportUnmatched(): void {
    for (const candidate of this.#overrides) {
      if (this.#matched.has(candidate)) continue;
      const { target } = candidate;
      const name = isResource(target) ? target.metadata.name : String(target.name);
      this.#reporter.report("override/unmatched", {
        message: `the override of ${target.kind} ${JSON.stringify(name)} matches no resource of this cluster`,
        hint: "name a resource of the cluster, or delete the override",
        at: candidate,
      });
    }
  }

  #matches({ target }: Override, resource: Resource, namespace: string | undefined): boolean {
    if (target === resource) return true;
    if (target.kind !== resource.kind) return false;
    if (isResource(target)) {
      if (
        target.metadata.name !== resource.metadata.name ||
        groupOf(target.apiVersion) !== groupOf(resource.apiVersion)
      ) {
        return false;
      }
      const wanted = target.metadata.namespace ?? this.#defaultNamespace(target);
      return sameNamespace(wanted, namespace ?? this.#defaultNamespace(resource));
    }
    return (
      target.name === resource.metadata.name &&
      sameNamespace(target.namespace, namespace ?? this.#defaultNamespace(resource))
    );
  }

  #defaultNamespace(resource: Resource): string | undefined {
    return this.#kinds.find(groupOf(resource.apiVersion), resource.kind)?.defaultNamespace;
  }

  #change(resource: Resource, { changes }: Override): Resource {
    const hasSpec = resource.spec !== undefined;
    const { spec: change } = changes;
    const old = hasSpec ? resource.spec : bodyOf(resource);
    const next = isFunction(change) ? change(old) : mergeDeep(old, change);
    const body = hasSpec ? { ...bodyOf(resource), spec: next } : next;
    let fields: unknown = {
      metadata: {
        ...resource.metadata,
        ...merged("labels", resource.metadata.labels, changes.labels),
        ...merged("annotations", resource.metadata.annotations, changes.annotations),
      },
      ...(typeof body === "object" ? body : {}),
    };
    for (const path of changes.remove ?? []) {
      if (/^(?:apiVersion|kind|metadata\.(?:name|namespace)|metadata)$/.test(path)) {
        this.#reporter.report("override/identity", {
          message: `the override of ${resource.kind} ${JSON.stringify(resource.metadata.name)} removes ${path}, which is its identity`,
          hint: "make another resource, and leave this one out",
          resource,
        });
      } else {
        fields = withoutField(fields, parsePath(path));
      }
    }
    return changedResource(resource, Object(fields));
  }
}

/** A function that takes the spec of its target: `override()` checked that its type fits. */
function isFunction(change: unknown): change is (spec: unknown) => unknown {
  return typeof change === "function";
}

function merged(field: string, old: object | undefined, change: object | undefined): object {
  return change === undefined ? {} : { [field]: { ...old, ...change } };
}

function sameNamespace(wanted: string | undefined, actual: string | undefined): boolean {
  return wanted === undefined || actual === undefined || wanted === actual;
}
