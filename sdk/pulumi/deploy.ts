import { type CustomResource, type CustomResourceOptions, log, rootStackResource } from "@pulumi/pulumi";
import type { PlacedResource } from "../compile/compiled.ts";
import { Reporter } from "../compile/reporter.ts";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import type { Cluster } from "../model/cluster.ts";
import { aliasesOf } from "./aliases.ts";
import { compileCluster } from "./compile-cluster.ts";
import { DeployError } from "./deploy-error.ts";
import type { DeployOptions } from "./deploy-options.ts";
import { DeployedCluster } from "./deployed-cluster.ts";
import { inDependencyOrder } from "./edges.ts";
import { handOffOptions, isHandedOff, withoutPulumi } from "./hand-off.ts";
import { inputsOf, type ObjectInputs } from "./inputs.ts";
import { registerObject } from "./kubernetes-class.ts";
import { logicalName } from "./logical-name.ts";
import { renderDiagnostics } from "./render.ts";
import { waitingAnnotations } from "./waiting.ts";

/**
 * Deploys a cluster with Pulumi: what `sluice build` would write under the cluster's path is applied, and what stands in directories
 * is left to Git.
 *
 * @param cluster The cluster, as it stands in a fleet.
 * @param options How, beside the options of every component: `provider`, `dependsOn`, `aliases`, …
 */
export function deploy(cluster: Cluster, options: DeployOptions = {}): DeployedCluster {
  const { adopt, wait, handOff, applyDirectories: _a, repository: _r, silence = [], ...componentOptions } = options;
  const { cluster: compiled, diagnostics, secretSites } = compileCluster(cluster);
  const reporter = new Reporter(cluster.name, diagnostics);
  const resources = compiled.resources.filter(({ directory }) => directory === undefined);
  const inputs = new Map(resources.map((resource) => [resource, inputsOf(resource, reporter)]));
  const found = reporter.diagnostics.filter(({ code, severity }) => severity === "error" || !silence.includes(code));
  if (hasErrors(found)) throw new DeployError(summary(cluster.name, found, secretSites), found);

  const component = new DeployedCluster(cluster.name, componentOptions);
  const warnings = found.filter(({ severity }) => severity === "warning");
  if (warnings.length > 0) void log.warn(renderDiagnostics(warnings, secretSites), component);

  const registered = new Map<PlacedResource, CustomResource>();
  for (const { resource, after } of inDependencyOrder(resources, compiled.needs)) {
    const isHanded = isHandedOff(resource, handOff);
    const own = inputs.get(resource) ?? inputsOf(resource, reporter);
    const final = withAnnotations(own, isHanded ? "none" : waitingAnnotations(resource, wait));
    const child: CustomResourceOptions = {
      parent: component,
      dependsOn: after.flatMap((other) => registered.get(other) ?? []),
      aliases: [...aliasesOf(resource, adopt, rootStackResource)],
      ...(isHanded ? handOffOptions(final) : {}),
    };
    registered.set(resource, registerObject(logicalName(cluster.name, resource.id), final, child));
  }
  component.close(Promise.resolve({}));
  return component;
}

function summary(
  name: string,
  found: readonly Diagnostic[],
  secretSites: Parameters<typeof renderDiagnostics>[1],
): string {
  return `cluster ${JSON.stringify(name)} is not deployed\n\n${renderDiagnostics(found, secretSites)}`;
}

/** Adds annotations, or takes those of Pulumi's off. An empty map would be a change on every run. */
function withAnnotations(inputs: ObjectInputs, added: Readonly<Record<string, string>> | "none"): ObjectInputs {
  const { annotations, ...metadata } = inputs.metadata;
  const given = typeof annotations === "object" && annotations !== null ? { ...annotations } : {};
  const all = added === "none" ? withoutPulumi(given) : { ...given, ...added };
  if (Object.keys(all).length === 0) return { ...inputs, metadata };
  return { ...inputs, metadata: { ...metadata, annotations: all } };
}
