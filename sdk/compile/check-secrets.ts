import { isDeferred } from "../model/deferred.ts";
import { formatIdentity } from "../model/identity.ts";
import type { KindTable } from "../model/kind-definition.ts";
import type { Override } from "../model/override.ts";
import { type CallSite, callSiteOf } from "../model/source-location.ts";
import { isSubstitution } from "../model/substitution.ts";
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
    if (!isReadable(manifest[field])) continue;
    reporter.report("secret/plaintext", {
      message: `${formatIdentity(id)} has values under ${field}, and it would be written in plain text`,
      hint: `encrypt it with sops and use encryptedFile(${JSON.stringify(id.name)}, "path"), or name one that exists with external(${JSON.stringify(id.kind)}, ${JSON.stringify(id.name)})`,
      resource,
      id,
      path: [field],
    });
  }
}

/**
 * Where the author wrote Secrets with values, and changes of Secrets: lines that are not to be shown.
 *
 * @param overrides The changes of the cluster.
 */
export function secretSites(
  instances: readonly Instance[],
  overrides: readonly Override[],
  kinds: KindTable,
): ReadonlySet<CallSite> {
  const sites = new Set<CallSite>();
  for (const { node } of instances.flatMap(({ values }) => values)) {
    const { resource, definition } = node;
    const site = callSiteOf(resource);
    const isSecret = definition?.secretFields?.some((field) => hasValues(resourceField(resource, field)));
    if (site && isSecret) for (const found of [site, site.origin]) if (found) sites.add(found);
  }
  for (const override of overrides) {
    const site = callSiteOf(override);
    if (site && kinds.findByKind(override.target.kind)?.secretFields) sites.add(site);
  }
  return sites;
}

function hasValues(field: unknown): boolean {
  if (typeof field !== "object" || field === null) return field !== undefined && field !== null && field !== "";
  return Object.keys(field).length > 0;
}

/** Says whether a field of a Secret holds what must not be read. What Flux puts in from elsewhere is no such thing. */
function isReadable(field: unknown): boolean {
  if (typeof field !== "object" || field === null || isDeferred(field)) return hasValues(field);
  return !isSubstituted(field) && Object.values(field).some((value) => !isSubstituted(value));
}

const VARIABLE = /^\$\{[A-Za-z_]\w*\}$/;

/** Says whether a value is nothing but a variable: one with a default holds that. */
function isSubstituted(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return typeof value === "string" && VARIABLE.test(value);
  return isSubstitution(value) && value.default === undefined;
}
