import { formatIdentity } from "../model/identity.ts";
import type { CompiledResource } from "./compiled.ts";
import { firstValue, type Instance } from "./instance.ts";
import type { Ordering } from "./link.ts";
import { place, type Reporter } from "./reporter.ts";

// Last stage of a cluster. In: linked objects. Out: the same in the one order in which they are printed; circles of objects that
// wait for each other are reported, since no controller does.

/** Sorts objects as they stand in a file or on standard output: what others live in comes first. */
export function inOrder(resources: readonly CompiledResource[]): CompiledResource[] {
  const keyed = resources.map((resource) => ({ resource, key: sortKey(resource) }));
  keyed.sort((left, right) => compareText(left.key, right.key));
  return keyed.map(({ resource }) => resource);
}

/** How early an object has to be applied: namespaces, then what has none, then the rest. */
export function rank({ definition }: CompiledResource): 0 | 1 | 2 {
  if (definition?.createsNamespace) return 0;
  return definition?.scope === "Cluster" ? 1 : 2;
}

function sortKey(resource: CompiledResource): string {
  const { id } = resource;
  return `${rank(resource)} ${id.namespace ?? ""}/${id.kind}/${id.name}/${id.group}`;
}

/** Compares texts by their code units: the same everywhere, whatever the machine's language. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Reports every circle of objects that wait for each other, once. */
export function checkCycles(orderings: readonly Ordering[], reporter: Reporter): void {
  const edges = new Map<Instance, Ordering[]>();
  // Of circles that share objects, which ones are found depends on where the search begins.
  for (const ordering of orderings.toSorted(compareOrderings)) {
    const list = edges.get(ordering.from);
    if (list) list.push(ordering);
    else edges.set(ordering.from, [ordering]);
  }
  const done = new Set<Instance>();
  const trail: Ordering[] = [];
  const visit = (instance: Instance): void => {
    if (done.has(instance)) return;
    const start = trail.findIndex(({ from }) => from === instance);
    if (start >= 0) {
      reportCycle(trail.slice(start), reporter);
      return;
    }
    for (const ordering of edges.get(instance) ?? []) {
      trail.push(ordering);
      visit(ordering.to);
      trail.pop();
    }
    done.add(instance);
  };
  for (const instance of edges.keys()) visit(instance);
}

function compareOrderings(left: Ordering, right: Ordering): number {
  return (
    compareText(left.from.server, right.from.server) ||
    compareText(left.from.key, right.from.key) ||
    compareText(left.to.key, right.to.key)
  );
}

function reportCycle(cycle: readonly Ordering[], reporter: Reporter): void {
  // Start at the smallest name, so that the message does not depend on where the search began.
  const names = cycle.map(({ from }) => formatIdentity(from.id));
  const smallest = names.indexOf([...names].sort(compareText)[0] ?? "");
  const turned = [...cycle.slice(smallest), ...cycle.slice(0, smallest)];
  const [first] = turned;
  if (!first) return;
  const steps = [...turned, first].map(({ from }) => formatIdentity(from.id));
  reporter.report("graph/cycle", {
    message: `${formatIdentity(first.from.id)} waits for itself for ever: ${steps.join(" → ")}`,
    hint: "delete one of the dependsOn entries",
    resource: firstValue(first.from),
    id: first.from.id,
    path: first.path,
    related: turned.slice(1).map(({ from }) => place(formatIdentity(from.id), firstValue(from))),
  });
}
