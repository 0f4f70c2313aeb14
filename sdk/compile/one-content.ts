import { InternalError } from "../diagnostics/internal-error.ts";
import type { FieldPath } from "../model/field-path.ts";
import { formatIdentity } from "../model/identity.ts";
import { marksOf, type Resource } from "../model/resource.ts";
import type { CompiledResource, Manifest } from "./compiled.ts";
import { firstValue, type Instance } from "./instance.ts";
import { compareText } from "./order.ts";
import { place, type Reporter } from "./reporter.ts";
import { differences, isEqual } from "./values.ts";
import { type Written, writtenDifferences } from "./written.ts";

/** A value after linking. */
export type Linked = Pick<CompiledResource, "manifest" | "images" | "notSecrets" | "mayExpose" | "awaited" | "size">;

/** Gives what is written of an object whose values were linked one by one. They must all come to the same. */
export function oneContent(instance: Instance, linked: readonly Linked[], reporter: Reporter): Linked {
  const [first, ...others] = linked;
  if (!first) throw new InternalError("an object has no value");
  if (others.length === 0) return first;
  const [origin] = instance.values;
  for (const [index, other] of others.entries()) {
    const value = instance.values[index + 1];
    if (!origin || !value) continue;
    const [left, right] = [withoutNamespace(first), withoutNamespace(other)];
    const where = [...writtenDifferences(left, right), ...differentMarks(origin.node.resource, value.node.resource)];
    if (where.length === 0) continue;
    const [path] = differences(left.manifest, right.manifest);
    reportDifference(instance, value.node.resource, where, path, reporter);
  }
  const inOrder = linked.toSorted((left, right) =>
    compareText(rank(left.manifest, instance), rank(right.manifest, instance)),
  );
  // What one place says to be no secret is none in the others.
  const notSecrets = linked.flatMap((value) => value.notSecrets ?? []);
  return { ...(inOrder[0] ?? first), notSecrets: notSecrets.length > 0 ? notSecrets : undefined };
}

/** They are one object: where nothing but the namespaces differ, a Kustomization replaces them. */
function withoutNamespace({ manifest, images }: Linked): Written {
  const {
    metadata: { namespace: _namespace, ...metadata },
    ...fields
  } = manifest;
  return { manifest: { metadata, ...fields }, images };
}

/** The namespace is written where no Kustomization gives it, whatever stands first. */
function rank({ metadata }: Manifest, { id, deployments }: Instance): string {
  const isGiven = deployments.every(({ targetNamespace }) => targetNamespace !== undefined);
  const namespace = typeof metadata["namespace"] === "string" ? metadata["namespace"] : "";
  return namespace === (isGiven ? "" : (id.namespace ?? "")) ? "" : `after ${namespace}`;
}

function differentMarks(left: Resource, right: Resource): readonly string[] {
  const one = marksOf(left);
  const other = marksOf(right);
  const found: string[] = [];
  if (one.encryptedFile?.path !== other.encryptedFile?.path) found.push("the encrypted file");
  // A value that names no file leaves it to those that do.
  if (one.file !== undefined && other.file !== undefined && one.file !== other.file) found.push("the file");
  if (one.comments && other.comments && !isEqual(one.comments, other.comments)) found.push("the comments");
  return found;
}

function reportDifference(
  instance: Instance,
  resource: Resource,
  where: readonly string[],
  path: FieldPath | undefined,
  reporter: Reporter,
): void {
  reporter.report("graph/duplicate-id", {
    message: `${formatIdentity(instance.id)} is made twice with different content: ${where.join(", ")}`,
    hint: "make it once and use the value in both places, or give one of them another name",
    resource,
    id: instance.id,
    path,
    related: [place("first made here", firstValue(instance))],
  });
}
