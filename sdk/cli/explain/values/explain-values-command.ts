import type { ParsedArguments, UsageError } from "../../arguments/command.ts";
import { chosenPalette } from "../chosen-palette.ts";
import { explainReleases, explainReleaseValue } from "./fleet-values.ts";
import { loadValues } from "./load-values.ts";
import { renderReleases, renderValue } from "./render-value.ts";

/** `sluice explain values`: says what a value of a release is, and what the fleet gives it. */
export async function explainValuesCommand(args: ParsedArguments): Promise<number | UsageError> {
  const loaded = await loadValues(args);
  if (typeof loaded === "number" || "message" in loaded) return loaded;
  const { argument } = args;
  const palette = chosenPalette(args);
  const isJson = args.text("output") === "json";
  const print = <Explained extends object>(explained: Explained, render: (explained: Explained) => string): number => {
    process.stdout.write(isJson ? `${JSON.stringify(explained, undefined, 2)}\n` : render(explained));
    return 0;
  };
  if (argument === undefined) return print(explainReleases(loaded), (all) => renderReleases(all, palette));
  const explained = explainReleaseValue(loaded, argument);
  return "message" in explained ? explained : print(explained, (value) => renderValue(value, palette));
}
