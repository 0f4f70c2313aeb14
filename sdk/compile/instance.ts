import type { RelatedPlace } from "../diagnostics/diagnostic.ts";
import { InternalError } from "../diagnostics/internal-error.ts";
import type { GroupOptions } from "../model/group.ts";
import { formatIdentity, type ResourceId } from "../model/identity.ts";
import { marksOf, type Resource } from "../model/resource.ts";
import type { Node } from "./collect.ts";
import type { Deployment } from "./deployments.ts";
import { place } from "./reporter.ts";

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

/** The value that an object's places are shown at: one whose author said more of it than the manifest, else the first. */
export function firstValue({ values }: Instance): Resource {
  const [first, ...others] = values;
  if (!first) throw new InternalError("an object has no value");
  if (others.length === 0) return first.node.resource;
  const resources = values.map(({ node }) => node.resource);
  return (
    resources.find((resource) => marksOf(resource).file !== undefined) ??
    resources.find((resource) => marksOf(resource).silence !== undefined) ??
    resources.find((resource) => marksOf(resource).comments !== undefined) ??
    first.node.resource
  );
}

/** The place of an object that refers to another. */
export function referrer(instance: Instance): RelatedPlace {
  return place(`${formatIdentity(instance.id)} refers to it`, firstValue(instance));
}
