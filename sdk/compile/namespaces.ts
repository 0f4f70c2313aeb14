import type { GroupOptions } from "../model/group.ts";
import { namespaceOption } from "../model/namespace-option.ts";
import type { Node } from "./collect.ts";
import { type Instance, referrer } from "./instance.ts";
import { namesNamespace, type Reference } from "./references.ts";
import type { Reporter } from "./reporter.ts";

/** A reference that reached a value. */
export interface Arrival {
  readonly from: Instance;
  readonly reference: Reference;
}

/** The namespace that a value is given: its own, or that of the group that lists it. */
export function ownNamespace({ resource, definition }: Node, group: GroupOptions | undefined): string | undefined {
  // A group cannot know whether an object of unknown scope may have a namespace.
  const given = definition?.scope === "Namespaced" ? namespaceOption(group?.namespace)?.name : undefined;
  return resource.metadata.namespace ?? given;
}

/** Cluster-scoped objects have no namespace; one of unknown scope has what its author wrote. */
export function needsNoNamespace({ definition }: Node): boolean {
  return definition?.scope !== "Namespaced";
}

/** The namespace of an object that is given none: its own, which its Kustomization may replace. */
export function unaskedNamespace(
  { resource, definition }: Node,
  targetNamespace: string | undefined,
): string | undefined {
  const own = resource.metadata.namespace;
  return own === undefined || definition?.scope === "Cluster" ? undefined : (targetNamespace ?? own);
}

/** The namespaces of a value that has none of its own: that of its referrers, or its kind's default. */
export function namespacesFor(node: Node, arrivals: readonly Arrival[], reporter: Reporter): readonly string[] {
  const { resource, definition } = node;
  const local = arrivals.length > 0 && arrivals.every(({ reference }) => !namesNamespace(reference.slot));
  const inherited = local ? [...new Set(arrivals.map(({ from }) => from.id.namespace))].filter(isText) : [];
  const name = `${resource.kind} ${JSON.stringify(resource.metadata.name)}`;
  if (inherited.length > 1) {
    const quoted = inherited.sort().map((namespace) => JSON.stringify(namespace));
    reporter.report("namespace/ambiguous", {
      message: `${name} has no namespace, and objects of ${inherited.length} namespaces refer to it: ${quoted.join(", ")}`,
      hint: `list it once for each: ${quoted.map((namespace) => `group({ namespace: ${namespace} }, […])`).join(", ")}`,
      resource,
      related: arrivals.slice(0, 4).map(({ from }) => referrer(from)),
    });
    return inherited;
  }
  if (inherited.length === 1) return inherited;
  if (definition?.defaultNamespace !== undefined) return [definition.defaultNamespace];
  reporter.report("namespace/missing", {
    message: `${name} has no namespace`,
    hint: 'give it one with { namespace: "…" }, or list it in a group({ namespace: "…" }, […])',
    resource,
    related: arrivals.slice(0, 1).map(({ from }) => referrer(from)),
  });
  return ["default"];
}

function isText(value: string | undefined): value is string {
  return value !== undefined;
}
