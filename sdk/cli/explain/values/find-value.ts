import type { ChartFacts } from "../../../charts/chart-facts.ts";
import { keysBelow, placeBelow, rootPlace, type ValuePlace } from "../../../charts/value-place.ts";
import { nearestWord } from "../../../diagnostics/nearest-word.ts";
import type { UsageError } from "../../arguments/command.ts";
import { printKeys } from "./value-path.ts";

/**
 * Follows keys into the values of a chart.
 *
 * @param release What messages call the release.
 */
export function findValue(facts: ChartFacts, keys: readonly string[], release: string): ValuePlace | UsageError {
  let place = rootPlace(facts);
  for (const key of keys) {
    const below = placeBelow(place, key);
    if (below === undefined) return unknownKey(facts, place, key, release);
    place = below;
  }
  return place;
}

/** What is typed to explain a value. */
export function topicOf(release: string, keys: readonly string[]): string {
  const path = printKeys(keys);
  return path === "" || path.startsWith("[") ? `${release}${path}` : `${release}.${path}`;
}

function unknownKey(facts: ChartFacts, place: ValuePlace, key: string, release: string): UsageError {
  const message = `${topicOf(release, place.keys)} has no key "${key}"`;
  const known = keysBelow(place);
  if (known.length === 0) return { type: "usage", message, hint: "it is a value without keys" };
  const nearest = nearestWord(key, known);
  if (nearest !== undefined)
    return { type: "usage", message, hint: `did you mean ${topicOf(release, [...place.keys, nearest])}?` };
  const elsewhere = placesCalled(rootPlace(facts), key).slice(0, 5);
  const hint =
    elsewhere.length > 0
      ? `there is ${elsewhere.map((keys) => topicOf(release, keys)).join(", ")}`
      : `its keys are ${known.join(", ")}`;
  return { type: "usage", message, hint };
}

/** The keys of a name, at whatever depth. */
function placesCalled(place: ValuePlace, name: string): readonly (readonly string[])[] {
  return keysBelow(place).flatMap((key) => {
    const below = placeBelow(place, key);
    if (below === undefined) return [];
    return [...(key.toLowerCase() === name.toLowerCase() ? [below.keys] : []), ...placesCalled(below, name)];
  });
}
