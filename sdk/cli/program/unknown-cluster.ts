import type { Fleet } from "../../model/fleet.ts";
import type { UsageError } from "../arguments/command.ts";

/** Says which of the wanted clusters a program does not have. */
export async function unknownCluster({ clusters }: Fleet, wanted: readonly string[]): Promise<UsageError | undefined> {
  const names = clusters.map(({ name }) => name);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown === undefined) return undefined;
  const { nearestWord } = await import("../../diagnostics/nearest-word.ts");
  const nearest = nearestWord(unknown, names);
  const hint = nearest === undefined ? `the program has ${names.join(", ")}` : `did you mean --cluster ${nearest}?`;
  return { type: "usage", message: `the program has no cluster "${unknown}"`, hint };
}
