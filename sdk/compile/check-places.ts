import { formatIdentity } from "../model/identity.ts";
import type { Collected, Container, Node } from "./collect.ts";
import { type Deployment, describeDeployment } from "./deployments.ts";
import { firstValue, type Instance, referrer } from "./instance.ts";
import { compareText } from "./order.ts";
import { place, type Reporter } from "./reporter.ts";

/**
 * Reports objects that have no one place: needed by several, or applied several times.
 *
 * @param unsettled Values whose namespace was reported: their places follow from it.
 */
export function checkPlaces(
  collected: Collected,
  instances: readonly Instance[],
  unsettled: ReadonlySet<Node>,
  reporter: Reporter,
): void {
  const ambiguous = new Set<Instance>();
  /** Objects that are applied several times, by the places that apply them. */
  const repeated = new Map<string, Instance[]>();
  for (const instance of instances) {
    if (instance.deployments.length < 2) continue;
    if (instance.values.some(({ node }) => unsettled.has(node))) {
      ambiguous.add(instance);
      continue;
    }
    const containers = new Set(instance.deployments.map((deployment) => deployment.container));
    if (containers.size > 1 && !instance.listed) {
      ambiguous.add(instance);
      const needers = neededBy(instance, instances, collected);
      // What only an ambiguous object needs finds its place with it.
      if (!needers.every((needer) => ambiguous.has(needer))) reportAmbiguous(instance, containers, needers, reporter);
    } else {
      const places = describeAll(instance.deployments).join(" and from ");
      const same = repeated.get(places);
      if (same) same.push(instance);
      else repeated.set(places, [instance]);
    }
  }
  for (const [places, same] of repeated) reportRepeated(same, places, reporter);
}

function neededBy(instance: Instance, instances: readonly Instance[], collected: Collected): readonly Instance[] {
  const isNeeded = (node: Node): boolean => instance.values.some((value) => value.node === node);
  const needs = (node: Node): boolean =>
    node.references.some(({ target, edge }) => target && edge === "need" && collected.nodesOf(target).some(isNeeded));
  return instances.filter(({ values, server }) => server === instance.server && values.some(({ node }) => needs(node)));
}

function describeAll(deployments: readonly Deployment[]): readonly string[] {
  return [...new Set(deployments.map(describeDeployment))].sort(compareText);
}

function reportAmbiguous(
  instance: Instance,
  containers: ReadonlySet<Container>,
  needers: readonly Instance[],
  reporter: Reporter,
): void {
  reporter.report("placement/ambiguous", {
    message: `${formatIdentity(instance.id)} is listed nowhere, and objects in ${containers.size} places need it: ${describeAll(instance.deployments).join(" and ")}`,
    hint: "list it once, usually among the cluster's resources",
    resource: firstValue(instance),
    id: instance.id,
    related: needers.slice(0, 4).map(referrer),
  });
}

/** What the same places apply several times is reported once, not object by object. */
function reportRepeated(instances: readonly Instance[], places: string, reporter: Reporter): void {
  const [instance] = instances;
  if (!instance) return;
  const { deployments } = instance;
  const inOne = new Set(deployments.map((deployment) => deployment.container)).size === 1;
  const name = formatIdentity(instance.id);
  const what = instances.length === 1 ? `${name} is` : `${name} and ${instances.length - 1} more are`;
  reporter.report("layout/duplicate-object", {
    message: `${what} applied more than once: from ${places}`,
    hint: inOne
      ? "apply the directory by one Kustomization, or give each another kubeConfig or targetNamespace"
      : "list it in one of them only; what needs it finds it there",
    resource: firstValue(instance),
    id: instance.id,
    related: deployments.flatMap(({ by, container }) => {
      const value = by?.node.resource ?? container.directories[0];
      return value ? [place("applied from here", value)] : [];
    }),
  });
}
