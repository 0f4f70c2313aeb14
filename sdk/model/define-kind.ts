import type { KindDefinition } from "./kind-definition.ts";
import { BODY_ARGUMENTS, makeResource, SPEC_ARGUMENTS } from "./make-resource.ts";
import type { Resource, ResourceMarks } from "./resource.ts";
import type { ResourceOptions } from "./resource-options.ts";

/** Makes resources of one kind. */
export interface Builder<Kind extends string, Spec> {
  /**
   * @param name `metadata.name`.
   * @param spec The object's `spec`, field for field as in the kind's API.
   * @param options Namespace, labels, annotations and where to write it.
   */
  (name: string, spec: Spec, options?: ResourceOptions): Resource<Kind, Spec>;
  /** What is special about the kind. */
  readonly definition: KindDefinition;
}

/**
 * Makes the builder of a kind from its facts.
 *
 * @param marks What every resource that it makes carries.
 * @internal
 */
// @__NO_SIDE_EFFECTS__
export function defineKind<Kind extends string, Spec>(
  definition: KindDefinition & { readonly kind: Kind },
  marks?: ResourceMarks,
): Builder<Kind, Spec> {
  const apiVersion = newestApiVersion(definition);
  const build = (name: string, spec: Spec, options?: ResourceOptions): Resource<Kind, Spec> =>
    // The parts above are this kind's, so the resource is too.
    makeResource(
      { apiVersion, kind: definition.kind, name, body: { spec }, options, holds: SPEC_ARGUMENTS, marks },
      build,
    ) as Resource<Kind, Spec>;
  return Object.assign(build, { definition });
}

/** The `apiVersion` of a kind's newest version. */
export function newestApiVersion({ group, versions }: Pick<KindDefinition, "group" | "versions">): string {
  const version = versions[versions.length - 1]?.name ?? "v1";
  return group === "" ? version : `${group}/${version}`;
}

/** The type of the `spec` in a body: most have none. */
export type SpecOf<Body extends object> = Body extends { readonly spec?: infer Spec } ? Spec : undefined;

/** Makes resources of a kind that has other fields beside `metadata` than a `spec`. */
export interface BodyBuilder<Kind extends string, Body extends object> {
  /**
   * @param name `metadata.name`.
   * @param body The object's fields beside `metadata`.
   * @param options Namespace, labels, annotations and where to write it.
   */
  (name: string, body?: Body, options?: ResourceOptions): Resource<Kind, SpecOf<Body>> & Body;
  /** What is special about the kind. */
  readonly definition: KindDefinition;
}

/**
 * Makes the builder of a kind that has other fields beside `metadata` than a `spec`.
 *
 * @param marks What every resource that it makes carries.
 * @internal
 */
// @__NO_SIDE_EFFECTS__
export function defineBodyKind<Kind extends string, Body extends object>(
  definition: KindDefinition & { readonly kind: Kind },
  marks?: ResourceMarks,
): BodyBuilder<Kind, Body> {
  const apiVersion = newestApiVersion(definition);
  const build = (name: string, body?: Body, options?: ResourceOptions): Resource<Kind, SpecOf<Body>> & Body =>
    // The parts above are this kind's, so the resource is too.
    makeResource(
      { apiVersion, kind: definition.kind, name, body: body ?? {}, options, holds: BODY_ARGUMENTS, marks },
      build,
    ) as Resource<Kind, SpecOf<Body>> & Body;
  return Object.assign(build, { definition });
}
