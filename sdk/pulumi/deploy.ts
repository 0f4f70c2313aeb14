import type { CustomResource, CustomResourceOptions } from "@pulumi/pulumi";
import type { PlacedResource } from "../compile/compiled.ts";
import { Reporter } from "../compile/reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Cluster } from "../model/cluster.ts";
import { formatIdentity } from "../model/identity.ts";
import { aliasesOf } from "./aliases.ts";
import { compileCluster } from "./compile-cluster.ts";
import { checkCopies } from "./copies.ts";
import type { DeployOptions } from "./deploy-options.ts";
import { DeployedCluster } from "./deployed-cluster.ts";
import { appliedObjects, directTest } from "./direct-directories.ts";
import { inDependencyOrder } from "./edges.ts";
import { existingObjectHooks } from "./existing-objects.ts";
import { handOffOptions, isHandedOff, withoutPulumi } from "./hand-off.ts";
import { inputsOf, type ObjectInputs } from "./inputs.ts";
import { registerObject } from "./kubernetes-class.ts";
import { LateChecks } from "./late-checks.ts";
import { logicalName } from "./logical-name.ts";
import { Messages } from "./messages.ts";
import { providerWarnings } from "./provider-warnings.ts";
import { checkApplied } from "./root-rules.ts";
import { staleFiles } from "./stale-files.ts";
import { waitingAnnotations } from "./waiting.ts";

/**
 * Deploys a cluster with Pulumi: what `sluice build` would write under the cluster's path is applied, and what stands in directories
 * is left to Git.
 *
 * @param cluster The cluster, as it stands in a fleet.
 * @param options How, beside the options of every component: `provider`, `dependsOn`, `aliases`, …
 */
export function deploy(cluster: Cluster, options: DeployOptions = {}): DeployedCluster {
  const { adopt, wait, handOff, applyDirectories, repository, silence = [], ...componentOptions } = options;
  const isDirect = directTest(applyDirectories);
  const compiled = compileCluster(cluster, isDirect);
  const reporter = new Reporter(cluster.name, compiled.diagnostics);
  const messages = new Messages(cluster.name, silence, compiled.secretSites);
  messages.stopAtErrors(checkCopies(cluster.name, options));
  const resources = appliedObjects(compiled.cluster, applyDirectories, reporter);
  checkApplied(resources, reporter);
  // Nothing is read for a program that is wrong already.
  messages.stopAtErrors(reporter.diagnostics);
  const ordered = inDependencyOrder(resources, compiled.cluster.needs).map((found) => ({
    ...found,
    inputs: inputsOf(found.resource, reporter),
  }));
  messages.stopAtErrors(reporter.diagnostics);

  const component = new DeployedCluster(cluster.name, componentOptions);
  messages.warn([...reporter.diagnostics, ...staleFiles(compiled, isDirect, repository)], component);
  const late = new LateChecks(cluster, reporter.diagnostics, {
    warn: (warnings) => messages.warn(warnings, component),
    error: (found) => messages.error(found),
  });
  const byName = new Map(ordered.map(({ resource }) => [logicalName(cluster.name, resource.id), resource]));
  const hooks = existingObjectHooks(cluster.name, byName);
  const registered = new Map<PlacedResource, CustomResource>();
  for (const { resource, after, inputs } of ordered) {
    const isHanded = isHandedOff(resource, handOff);
    const final = withAnnotations(inputs, isHanded ? "none" : waitingAnnotations(resource, wait));
    const dependsOn = after.flatMap((other) => registered.get(other) ?? []);
    const child: CustomResourceOptions = {
      parent: component,
      dependsOn: late.when(resource, dependsOn),
      aliases: aliasesOf(resource, adopt),
      ...(hooks === undefined ? {} : { hooks }),
      ...(isHanded ? handOffOptions(final) : {}),
    };
    const name = logicalName(cluster.name, resource.id);
    registered.set(
      resource,
      registerObject(name, final, child, (field) => {
        throw messages.error(missingField(cluster.name, resource, field));
      }),
    );
  }
  const mayBring = componentOptions.dependsOn !== undefined;
  const warned = providerWarnings(component, cluster.name, resources, mayBring).then((found) =>
    messages.warn(found, component),
  );
  component.close(Promise.all([late.done(), warned]).then(() => ({})));
  return component;
}

/** What the provider's class says of an object of whose kind Sluice knows no fields. */
function missingField(cluster: string, { id, resource }: PlacedResource, field: string): readonly Diagnostic[] {
  const reporter = new Reporter(cluster);
  reporter.report("schema/required", {
    message: `${formatIdentity(id)} has no ${field}`,
    hint: `give it: ${id.kind} objects need it`,
    resource,
    id,
    path: [field],
  });
  return reporter.diagnostics;
}

/** Adds annotations, or takes those of Pulumi's off. An empty map would be a change on every run. */
function withAnnotations(inputs: ObjectInputs, added: Readonly<Record<string, string>> | "none"): ObjectInputs {
  const { annotations, ...metadata } = inputs.metadata;
  const given = typeof annotations === "object" && annotations !== null ? { ...annotations } : {};
  const all = added === "none" ? withoutPulumi(given) : { ...given, ...added };
  if (Object.keys(all).length === 0) return { ...inputs, metadata };
  return { ...inputs, metadata: { ...metadata, annotations: all } };
}
