import { COLORED, type Palette, PLAIN } from "../diagnostics/palette.ts";
import type { ParsedArguments } from "./arguments/command.ts";

/** What decides whether there are colours. */
export interface ColorWish {
  readonly color: boolean;
  readonly noColor: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
}

/** Chooses colours: an option wins, then NO_COLOR and FORCE_COLOR, then whether a terminal shows the text. */
export function choosePalette({ color, noColor, environment, isTerminal }: ColorWish): Palette {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (noColor || color) return noColor ? PLAIN : COLORED;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return PLAIN;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR === "0" || FORCE_COLOR === "false" ? PLAIN : COLORED;
  return isTerminal && TERM !== "dumb" ? COLORED : PLAIN;
}

/** The colours of what a command says about its work, which goes to standard error. */
export function paletteFor(args: ParsedArguments): Palette {
  return choosePalette({
    color: args.has("color"),
    noColor: args.has("no-color"),
    environment: process.env,
    isTerminal: process.stderr.isTTY === true,
  });
}
