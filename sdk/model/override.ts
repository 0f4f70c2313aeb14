import { frozenCopy } from "./copy.ts";
import type { Deferred } from "./deferred.ts";
import type { Input } from "./input.ts";
import type { ObjectRef } from "./reference.ts";
import type { Resource } from "./resource.ts";
import { captureCallSite } from "./source-location.ts";

/** What is replaced and not merged: lists, and values that have no fields of the author's. */
type Whole = readonly unknown[] | Deferred<unknown> | { readonly sluice: string };

/** A part of a spec, at any depth. Lists are whole. */
export type DeepPartial<T> = T extends Whole
  ? T
  : T extends object
    ? { readonly [Field in keyof T]?: DeepPartial<T[Field]> | undefined }
    : T;

/** What an override changes. */
export interface Changes<Spec> {
  /**
   * Merged into the object's spec (into its body, for kinds without a spec): maps deeply, lists replaced whole, `null` is a
   * value. Or a function from the old spec to the new.
   */
  readonly spec?: DeepPartial<Spec> | ((spec: Spec) => Spec) | undefined;
  /** Merged into `metadata.labels`. */
  readonly labels?: Readonly<Record<string, Input<string>>> | undefined;
  /** Merged into `metadata.annotations`. */
  readonly annotations?: Readonly<Record<string, Input<string>>> | undefined;
  /** Fields to delete, by their paths from the top: `"spec.values.hosts[0]"`, `'data["a.yaml"]'`. One that is not there is a warning. */
  readonly remove?: readonly string[] | undefined;
}

/** What can be changed of a resource: its spec, or the body of a kind that has none. Of a reference, nothing is known. */
export type Changeable<Target> =
  Target extends Resource<string, infer Spec>
    ? [Spec] extends [undefined]
      ? Omit<Target, keyof Resource>
      : Spec
    : unknown;

/** A change that one cluster makes to a resource. */
export interface Override {
  readonly sluice: "override/1";
  readonly target: Resource | ObjectRef<string>;
  readonly changes: Omit<Changes<unknown>, "spec"> & { readonly spec?: unknown };
}

/**
 * A difference of one cluster, for resources that come out of somebody else's function. Identity cannot change; references
 * follow, and what only the original needed is not written.
 *
 * @param target The resource, or a reference that names it.
 */
export function override<
  Spec = unknown,
  Target extends Resource<string, Spec> | ObjectRef<string> = Resource<string, Spec> | ObjectRef<string>,
>(target: Target, changes: Changes<unknown extends Spec ? Changeable<NoInfer<Target>> : NoInfer<Spec>>): Override {
  const value: Override = { sluice: "override/1", target, changes: frozenCopy(changes ?? {}) };
  captureCallSite(value, override, { holds: [undefined, []] });
  return Object.freeze(value);
}
