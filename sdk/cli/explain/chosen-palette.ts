import type { Palette } from "../../diagnostics/palette.ts";
import type { ParsedArguments } from "../arguments/command.ts";
import { choosePalette } from "../colors.ts";

/** The colours of what is printed on standard output. */
export function chosenPalette(args: ParsedArguments): Palette {
  return choosePalette({
    color: args.has("color"),
    noColor: args.has("no-color"),
    environment: process.env,
    isTerminal: process.stdout.isTTY === true,
  });
}
