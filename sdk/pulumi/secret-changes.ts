import type { PlacedResource } from "../compile/compiled.ts";
import { Reporter } from "../compile/reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { formatIdentity } from "../model/identity.ts";

/** Warnings about Secrets that the provider would replace when their values change. */
export function replacedSecrets(cluster: string, resources: readonly PlacedResource[]): readonly Diagnostic[] {
  const reporter = new Reporter(cluster);
  for (const { id, resource, definition, manifest } of resources) {
    const isSecret =
      definition?.group === "" && definition.secretFields?.some((field) => manifest[field] !== undefined);
    // One that cannot be changed has to be replaced.
    if (!isSecret || manifest["immutable"] === true) continue;
    reporter.report("pulumi/secret-replaced", {
      message: `a change of ${formatIdentity(id)} would delete it and make it again`,
      hint: "give the provider enableSecretMutable: true",
      resource,
      id,
    });
  }
  return reporter.diagnostics;
}

/** Says whether a setting of the provider is on, as Go reads it. */
export function isOn(setting: string | undefined): boolean {
  return setting !== undefined && /^(?:1|t|true)$/i.test(setting);
}
