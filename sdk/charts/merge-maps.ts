import { copyOf, heldBy, isPartialMap, OTHERS, overUnknown, type PartialMap, UNKNOWN } from "./partial-values.ts";

/**
 * Merges one map over another, as helm-controller merges sources of values: maps are merged, anything else is replaced. What is not
 * merged is shared with the result, as it is there: {@link setPath} may change it in both.
 */
export function mergeMaps(under: PartialMap, over: PartialMap): PartialMap {
  const merged = copyOf(under);
  for (const key of Object.keys(over)) {
    const below = merged[key];
    const value = heldBy(over, key);
    if (!isPartialMap(value)) merged[key] = value;
    else if (isPartialMap(below)) merged[key] = mergeMaps(below, value);
    else merged[key] = below === UNKNOWN || (below === undefined && under[OTHERS]) ? overUnknown(value) : value;
  }
  if (over[OTHERS]) return hidden(merged, over);
  return merged;
}

/** What is known of a map under another that may hold any key: only what the other says. */
function hidden(merged: PartialMap, over: PartialMap): PartialMap {
  for (const key of Object.keys(merged)) if (!Object.hasOwn(over, key)) delete merged[key];
  merged[OTHERS] = true;
  return merged;
}
