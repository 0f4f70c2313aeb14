import { formatIdentity } from "../model/identity.ts";
import { type CallSite, callSiteOf } from "../model/source-location.ts";
import { resourceField } from "./body.ts";
import type { CompiledResource } from "./compiled.ts";
import type { Deployment } from "./deployments.ts";
import type { Instance } from "./instance.ts";
import type { Reporter } from "./reporter.ts";

/** Reports Secrets that would be written in plain text. No message of it ever holds a value. */
export function checkPlaintext(
  compiled: CompiledResource,
  instance: Instance,
  isInGit: (deployment: Deployment) => boolean,
  reporter: Reporter,
): void {
  const { definition, manifest, resource, id } = compiled;
  if (!definition?.secretFields || !instance.deployments.some(isInGit)) return;
  for (const field of definition.secretFields) {
    if (!hasValues(manifest[field])) continue;
    reporter.report("secret/plaintext", {
      message: `${formatIdentity(id)} has values under ${field}, and it would be written in plain text`,
      hint: `encrypt it with sops and use encryptedFile(${JSON.stringify(id.name)}, "path"), or name one that exists with external(${JSON.stringify(id.kind)}, ${JSON.stringify(id.name)})`,
      resource,
      id,
      path: [field],
    });
  }
}

/** Where the author wrote Secrets with values: lines that are not to be shown. */
export function secretSites(instances: readonly Instance[]): ReadonlySet<CallSite> {
  const sites = new Set<CallSite>();
  for (const { node } of instances.flatMap(({ values }) => values)) {
    const { resource, definition } = node;
    const site = callSiteOf(resource);
    const isSecret = definition?.secretFields?.some((field) => hasValues(resourceField(resource, field)));
    if (site && isSecret) sites.add(site);
  }
  return sites;
}

function hasValues(field: unknown): boolean {
  return typeof field === "object" && field !== null && Object.keys(field).length > 0;
}
