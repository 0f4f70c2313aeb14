import { makeResource } from "../model/make-resource.ts";
import type { ObjectMeta, Resource } from "../model/resource.ts";
import type { ResourceOptions } from "../model/resource-options.ts";

/** A Kubernetes object as a literal or as another library types it. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
}

/**
 * An object of any kind: ordinary Kubernetes objects, and kinds that Sluice has no builder for. References in it are linked: a
 * resource that stands in a field `name`, or in one that ends in `Name` or is a `namespace`, becomes its name; one that stands
 * elsewhere becomes an object with its kind, its name and, where it differs, its namespace.
 *
 * @param object The manifest. The order of its keys is kept.
 * @param options Where to write it, what to write above it and what to silence. Namespace, labels and annotations stand in `metadata`.
 */
export function resource<const Manifest extends KubernetesObject>(
  object: Manifest,
  options?: Pick<ResourceOptions, "comments" | "file" | "silence">,
): Resource<Manifest["kind"]> {
  const { apiVersion, kind, metadata, ...body } = Object(object);
  const { name, namespace, labels, annotations, ...others } = Object(metadata);
  const made = makeResource(
    {
      apiVersion,
      kind,
      name,
      body,
      options: { ...options, namespace, labels, annotations },
      metadata: others,
      holds: [[]],
    },
    resource,
  );
  // The kind is the manifest's own; a missing `spec` reads as `undefined`, which `unknown` allows.
  return made as Resource<Manifest["kind"]>;
}
