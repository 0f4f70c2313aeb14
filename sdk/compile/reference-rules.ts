import { type FieldPath, formatFieldPath } from "../model/field-path.ts";
import { formatIdentity, type ResourceId } from "../model/identity.ts";
import type { Resource } from "../model/resource.ts";
import { withArticle } from "./article.ts";
import { firstValue, type Instance } from "./instance.ts";
import { namesNamespace, type Reference } from "./references.ts";
import { place, type Reporter } from "./reporter.ts";
import type { Resolution } from "./resolver.ts";

/** Reports what is wrong with a reference: its kind, its namespace, or that nothing is there. */
export function checkReference(
  reference: Reference,
  resolution: Resolution,
  from: Instance,
  path: FieldPath,
  reporter: Reporter,
): void {
  const { slot, target, named } = reference;
  const { kinds, open } = slot.reference;
  const kind = target?.kind ?? named?.kind;
  const isWrongKind = kind !== undefined && kinds !== "any" && open !== true && !kinds.includes(kind);
  const { id } = resolution;
  const leaves = id !== undefined && resolution.type !== "ambiguous" && leavesNamespace(reference, id, from);
  const said = reference.siblings?.["kind"];
  const contradicts = target !== undefined && typeof said === "string" && said !== target.kind;
  const isFound = resolution.type === "instance" || resolution.type === "elsewhere";
  if (isFound && !isWrongKind && !contradicts && !leaves) return;

  const resource = firstValue(from);
  const subject = { resource, id: from.id, path };
  const name = formatIdentity(from.id);
  const field = formatFieldPath(path);
  if (isWrongKind) {
    reporter.report("reference/wrong-kind", {
      ...subject,
      message: `${field} of ${name} is ${withArticle(kind)}`,
      hint: `give ${new Intl.ListFormat("en", { type: "disjunction" }).format(kinds.map(withArticle))}`,
      related: target ? [place(`the ${kind} is made here`, target)] : undefined,
    });
    return;
  }
  if (contradicts) {
    reporter.report("reference/wrong-kind", {
      ...subject,
      message: `${field} of ${name} says that it is ${withArticle(said)}, and names ${withArticle(target.kind)}`,
      hint: "leave the kind out: it is known of the resource",
      related: [place(`the ${target.kind} is made here`, target)],
    });
    return;
  }
  if (leaves) {
    reportNamespace(id, subject, target, reporter);
    return;
  }
  switch (resolution.type) {
    case "instance":
    case "elsewhere":
      return;
    case "ambiguous":
      reporter.report("reference/ambiguous", {
        ...subject,
        message: `${field} of ${name} means ${resolution.id.kind} ${JSON.stringify(resolution.id.name)}, which stands in ${resolution.namespaces.map((namespace) => JSON.stringify(namespace)).join(" and ")}`,
        hint: namesNamespace(slot)
          ? `name one: ${resolution.namespaces.map((namespace) => externalCall({ ...resolution.id, namespace })).join(" or ")}`
          : `list it here too: group({ namespace: ${JSON.stringify(from.id.namespace)} }, […])`,
      });
      return;
    case "not-in-cluster":
      reporter.report("reference/not-in-cluster", {
        ...subject,
        message: `${field} of ${name} mentions ${formatIdentity(resolution.id)}, which this cluster does not hold`,
        hint: `list it among the cluster's resources or in a directory; if it exists elsewhere, give ${externalCall(resolution.id)}`,
        related: target ? [place("it is made here", target)] : undefined,
      });
      return;
    case "unresolved":
      reportUnresolved(reference, resolution, field, name, subject, reporter);
  }
}

type Subject = Pick<Parameters<Reporter["report"]>[1], "resource" | "id" | "path">;

/** Says whether a slot that holds a name alone is given what is in another namespace. */
function leavesNamespace({ slot }: Reference, { namespace }: ResourceId, from: Instance): boolean {
  // A name in an object of unknown structure may have its namespace beside it.
  if (namesNamespace(slot) || slot.reference.kinds === "any") return false;
  return namespace !== undefined && from.id.namespace !== undefined && namespace !== from.id.namespace;
}

/** Reports a reference that cannot say in which namespace its object is, and means one of another. */
export function reportNamespace(
  { kind, name, namespace }: Pick<ResourceId, "kind" | "name" | "namespace">,
  subject: Subject & { readonly id: ResourceId; readonly path: FieldPath },
  target: Resource | undefined,
  reporter: Reporter,
): void {
  const { id } = subject;
  reporter.report("reference/wrong-namespace", {
    ...subject,
    message: `${formatFieldPath(subject.path)} of ${formatIdentity(id)} can only name ${withArticle(kind)} of its own namespace, and ${JSON.stringify(name)} is in ${JSON.stringify(namespace)}`,
    hint: `make the ${kind} in ${JSON.stringify(id.namespace)}, or move the ${id.kind} to ${JSON.stringify(namespace)}`,
    related: target ? [place(`the ${kind} is made here`, target)] : undefined,
  });
}

function reportUnresolved(
  { slot, siblings }: Reference,
  { id }: Extract<Resolution, { type: "unresolved" }>,
  field: string,
  name: string,
  subject: Subject,
  reporter: Reporter,
): void {
  const severity = slot.reference.unresolved ?? "warning";
  // An optional reference may name what is not there.
  if (severity === "ignore" || siblings?.["optional"] === true) return;
  reporter.report("reference/unresolved", {
    ...subject,
    severity,
    message: `${field} of ${name} names ${formatIdentity(id)}, which nothing here makes`,
    hint: `make the ${id.kind} here and give it instead of its name, or write ${externalCall(id)} if it exists in the cluster`,
  });
}

/** What to write for an object that exists. */
function externalCall({ kind, name, namespace }: ResourceId): string {
  const parts = namespace === undefined ? [kind, name] : [kind, name, namespace];
  return `external(${parts.map((part) => JSON.stringify(part)).join(", ")})`;
}
