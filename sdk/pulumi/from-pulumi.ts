import type { Output } from "@pulumi/pulumi";
import { external, type ObjectRef } from "../model/reference.ts";

/** An object that a class of `@pulumi/kubernetes` made. */
export interface PulumiObject<Kind extends string = string> {
  readonly kind: Output<Kind>;
  readonly metadata: Output<{ readonly name: string; readonly namespace?: string | undefined }>;
}

/**
 * A reference to an object that the same Pulumi program makes with a class of `@pulumi/kubernetes`. Its name may be known later, as
 * where Pulumi chooses it. What refers to it waits for it.
 *
 * @param object The object.
 * @param kind Its kind, for a `CustomResource`, whose type does not say it.
 */
export function fromPulumi<Kind extends string>(object: PulumiObject<Kind>): ObjectRef<Kind>;
export function fromPulumi<Kind extends string>(object: PulumiObject, kind: Kind): ObjectRef<Kind>;
export function fromPulumi(object: PulumiObject, kind: string = kindOf(object)): ObjectRef<string> {
  const { metadata } = object;
  // Only what Pulumi makes has a namespace that is known later, so that the type of references does not speak of it.
  const namespace = metadata.namespace as unknown as string;
  return external(kind, metadata.name, namespace);
}

/** The kind that stands in the type under which the state knows an object. */
function kindOf(object: object): string {
  // Every resource of Pulumi's has it, for its own use.
  const { __pulumiType: type }: { readonly __pulumiType?: unknown } = object;
  return typeof type === "string" ? type.slice(type.lastIndexOf(":") + 1) : "";
}
