import { changedResource, frozenResource } from "../model/changed-resource.ts";
import type { Cluster } from "../model/cluster.ts";
import { formatIdentity } from "../model/identity.ts";
import type { KindTable } from "../model/kind-definition.ts";
import type { Override } from "../model/override.ts";
import { isResource, type Resource } from "../model/resource.ts";
import { bodyOf, isCommonField } from "./body.ts";
import { type Collected, collect, type Standing } from "./collect.ts";
import { mergeDeep, parsePath, withoutField } from "./merge.ts";
import { OverrideTargets } from "./override-targets.ts";
import { place, Reporter } from "./reporter.ts";
import { scope } from "./scope.ts";

/** Collects a cluster with its overrides applied. */
export function collectChanged(cluster: Cluster, kinds: KindTable, reporter: Reporter): Collected {
  const { overrides = [] } = cluster;
  if (overrides.length === 0) return collect(cluster, kinds, reporter);
  // An override means an identity, and identities are known when everything has its place. None of them changes one.
  const silent = new Reporter();
  const before = collect(cluster, kinds, silent);
  const changer = new Changer(overrides, new OverrideTargets(before, scope(before, silent), kinds), reporter);
  const changed = collect(cluster, kinds, reporter, (value, standing) => changer.apply(value, standing));
  changer.reportUnmatched();
  return changed;
}

/** Changes resources as one cluster's overrides say. */
class Changer {
  readonly #overrides: readonly Override[];
  readonly #targets: OverrideTargets;
  readonly #reporter: Reporter;
  readonly #changed = new Map<Resource, Map<Override | undefined, Resource>>();
  readonly #matched = new Set<Override>();
  /** The paths of each override that removed something. */
  readonly #removed = new Map<Override, Set<string>>();

  constructor(overrides: readonly Override[], targets: OverrideTargets, reporter: Reporter) {
    this.#overrides = overrides;
    this.#targets = targets;
    this.#reporter = reporter;
  }

  /** The values in the place of the author's: one as a container lists it, else one for each way in which it is changed. */
  apply(value: Resource, standing: Standing | undefined): readonly Resource[] {
    const found = new Set<Override | undefined>();
    for (const id of this.#targets.identitiesOf(value, standing)) {
      const matching = this.#overrides.filter(
        (candidate) => candidate.target === value || this.#targets.means(candidate, id),
      );
      const [first, second] = matching;
      for (const match of matching) this.#matched.add(match);
      found.add(first);
      if (!first || !second) continue;
      this.#reporter.report("override/duplicate", {
        message: `${formatIdentity(id)} has ${matching.length} overrides`,
        hint: "make one override() of them",
        at: second,
        id,
        related: [place("the first stands here", first)],
      });
    }
    return [...found].map((override) => this.#valueFor(value, override));
  }

  /** Reports the overrides, and the paths of them, that changed nothing. */
  reportUnmatched(): void {
    for (const candidate of this.#overrides) {
      const { target } = candidate;
      const name = isResource(target) ? target.metadata.name : target.name;
      const called = typeof name === "string" ? JSON.stringify(name) : "with a deferred name";
      const what = `the override of ${target.kind} ${called}`;
      this.#reportRemovals(candidate, what);
      if (this.#matched.has(candidate)) continue;
      this.#reporter.report("override/unmatched", {
        message: `${what} matches no resource of this cluster`,
        hint: "name a resource of the cluster, or delete the override",
        at: candidate,
      });
    }
  }

  #reportRemovals(override: Override, what: string): void {
    for (const text of removals(override)) {
      if (parsePath(text) === undefined) {
        this.#reporter.report("override/invalid-path", {
          message: `${what} removes ${JSON.stringify(text)}, which is no path of a field`,
          hint: 'write it like spec.values.hosts[0], and keys with dots in brackets and quotes: data["a.yaml"]',
          at: override,
        });
      } else if (this.#matched.has(override) && !this.#removalsOf(override).has(text)) {
        this.#reporter.report("override/unmatched", {
          message: `${what} removes ${text}, where nothing stands`,
          hint: "give the path from the top of the manifest, like spec.values.ingress, or delete it",
          at: override,
        });
      }
    }
  }

  /** The same value every time, so that references to it find it. */
  #valueFor(value: Resource, override: Override | undefined): Resource {
    const known = this.#changed.get(value) ?? new Map<Override | undefined, Resource>();
    this.#changed.set(value, known);
    let result = known.get(override);
    if (!result) {
      result = override ? this.#change(frozenResource(value), override) : frozenResource(value);
      known.set(override, result);
    }
    return result;
  }

  #change(resource: Resource, override: Override): Resource {
    const { changes } = override;
    const hasSpec = resource.spec !== undefined;
    const old = hasSpec ? resource.spec : bodyOf(resource);
    const next = isFunction(changes.spec) ? changes.spec(old) : mergeDeep(old, changes.spec);
    let fields: unknown = hasSpec ? { ...bodyOf(resource), spec: next } : this.#bodyOnly(next, resource, override);
    const { labels, annotations, ...metadata } = resource.metadata;
    const common = {
      ...metadata,
      labels: mergeDeep(labels, changes.labels),
      annotations: mergeDeep(annotations, changes.annotations),
    };
    fields = { ...Object(fields), metadata: common };
    for (const text of removals(override)) {
      const path = parsePath(text);
      if (path === undefined) continue;
      if (isIdentityPath(path)) {
        this.#reportIdentity(`removes ${text}`, resource, override);
        this.#removalsOf(override).add(text);
        continue;
      }
      const without = withoutField(fields, path);
      if (without !== fields) this.#removalsOf(override).add(text);
      fields = without;
    }
    return changedResource(resource, Object(fields), override);
  }

  /** What an override removed of any object. */
  #removalsOf(override: Override): Set<string> {
    const known = this.#removed.get(override);
    if (known) return known;
    const made = new Set<string>();
    this.#removed.set(override, made);
    return made;
  }

  /** The body that an override gives to a kind without a spec, where it could reach every field. */
  #bodyOnly(next: unknown, resource: Resource, override: Override): object {
    const body: Record<string, unknown> = { ...Object(next) };
    for (const field of Object.keys(body).filter(isCommonField)) {
      this.#reportIdentity(`changes ${field}`, resource, override);
      delete body[field];
    }
    return body;
  }

  #reportIdentity(what: string, { kind, metadata }: Resource, at: Override): void {
    this.#reporter.report("override/identity", {
      message: `the override of ${kind} ${JSON.stringify(metadata.name)} ${what}, where its identity stands`,
      hint: "leave this resource out and make another; labels and annotations are options of override() itself",
      at,
    });
  }
}

/** What an override removes; a program without types may have given one path alone. */
function removals({ changes }: Override): readonly string[] {
  return changes.remove === undefined ? [] : [changes.remove].flat();
}

/** Says whether removing what stands at a path would remove a resource's identity. */
function isIdentityPath([first, second]: readonly string[]): boolean {
  if (first !== "metadata") return first !== undefined && isCommonField(first);
  return second === undefined || second === "name" || second === "namespace";
}

/** A function that takes the spec of its target: `override()` checked that its type fits. */
function isFunction(change: unknown): change is (spec: unknown) => unknown {
  return typeof change === "function";
}
