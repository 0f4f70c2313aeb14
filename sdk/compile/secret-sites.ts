import type { KindTable } from "../model/kind-definition.ts";
import type { Override } from "../model/override.ts";
import { type CallSite, callSiteOf } from "../model/source-location.ts";
import { resourceField } from "./body.ts";
import type { Instance } from "./instance.ts";
import { hasValues } from "./readable-secrets.ts";

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
