import { keysBelow } from "../../../charts/value-place.ts";
import { parseArguments } from "../../arguments/parse-arguments.ts";
import { EXPLAIN_VALUES } from "../spec.ts";
import { findRelease, namesOf } from "./find-release.ts";
import { findValue, topicOf } from "./find-value.ts";
import { type FleetValues, factsOf } from "./fleet-values.ts";
import { loadValues } from "./load-values.ts";
import { keysOf } from "./value-path.ts";

/** What a topic may become, for a shell, of the fleet in the current folder. */
export async function valueCandidates(current: string): Promise<readonly string[]> {
  const args = parseArguments(EXPLAIN_VALUES, []);
  const loaded = args.type === "usage" ? args : await loadValues(args, true);
  return typeof loaded === "number" || "message" in loaded ? [] : candidatesAmong(loaded, current);
}

/** The releases, and behind a dot the keys there. */
export function candidatesAmong({ releases, charts }: FleetValues, current: string): readonly string[] {
  const isSame = (left: FleetValues["releases"][number], right: FleetValues["releases"][number]): boolean =>
    factsOf(left, charts) === factsOf(right, charts);
  const end = current.lastIndexOf(".");
  const found = end < 0 ? undefined : findRelease(releases, current.slice(0, end), isSame);
  if (found?.type !== "found") return [...new Set(releases.flatMap(namesOf))];
  const facts = factsOf(found.releases[0], charts);
  const place = facts && findValue(facts, keysOf(found.path), found.name);
  if (place === undefined || "message" in place) return [];
  return keysBelow(place).map((key) => topicOf(found.name, [...place.keys, key]));
}
