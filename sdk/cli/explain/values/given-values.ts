import type { Json } from "../../../charts/chart-facts.ts";
import { composeValues } from "../../../charts/compose-values.ts";
import { deepCopy, isPartialMap, OTHERS, type PartialValue, UNKNOWN } from "../../../charts/partial-values.ts";
import type { ChartRelease } from "../../../compile/chart-releases.ts";
import type { ChartTable } from "../../../compile/check-values/chart-table.ts";
import { releaseLayers } from "../../../compile/check-values/release-layers.ts";
import { isSecretName } from "../../../diagnostics/exposed/suspicious.ts";
import { withoutSecrets } from "../../../diagnostics/exposed/without-secrets.ts";
import { formatIdentity } from "../../../model/identity.ts";
import type { GivenValue } from "./explain-value.ts";

/** What a release gives a value, by its own words and by `valuesFrom`. What a Secret holds is not known, and never said. */
export function givenValue(release: ChartRelease, keys: readonly string[], charts: ChartTable): GivenValue {
  const about = { cluster: release.cluster, release: formatIdentity(release.resource.id) };
  const { layers, own } = releaseLayers(release, charts);
  let value: PartialValue | undefined = release.mayBePatched
    ? UNKNOWN
    : (composeValues(layers, deepCopy(own)) ?? UNKNOWN);
  for (const key of keys) {
    if (!isPartialMap(value)) break;
    const below: PartialValue | undefined = value[key];
    value = below === undefined && value[OTHERS] ? UNKNOWN : below;
  }
  if (value === undefined) return { ...about, state: "default" };
  const known = jsonOf(value, keys.some(isSecretName));
  return known === undefined ? { ...about, state: "unknown" } : { ...about, state: "given", value: known };
}

/** A value in which all is known. Texts under the name of a secret may be one. */
function jsonOf(value: PartialValue, isSecret: boolean): Json | undefined {
  if (value === UNKNOWN) return undefined;
  if (typeof value === "string") return isSecret && value !== "" ? "[secret]" : withoutSecrets(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => jsonOf(item, isSecret));
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (!isPartialMap(value)) return value;
  const entries = Object.entries(value).map(
    ([key, inner]) => [key, jsonOf(inner, isSecret || isSecretName(key))] as const,
  );
  const known = entries.flatMap(([key, inner]) => (inner === undefined ? [] : [[key, inner] as const]));
  return value[OTHERS] || known.length < entries.length ? undefined : Object.fromEntries(known);
}
