import type { Palette } from "../../diagnostics/palette.ts";
import type { ParsedArguments, UsageError } from "../arguments/command.ts";
import { choosePalette } from "../colors.ts";
import { explainField } from "./explain-field.ts";
import { explainKinds } from "./explain-kinds.ts";
import type { Explanation } from "./explanation.ts";
import { renderExplanation } from "./render-explanation.ts";

/** `sluice explain`: says what a kind or a field is. */
export async function explainCommand(args: ParsedArguments): Promise<number | UsageError> {
  const { argument } = args;
  const explained = argument === undefined ? await explainKinds() : await explainField(argument);
  if ("message" in explained) return explained;
  process.stdout.write(args.text("format") === "json" ? json(explained) : renderExplanation(explained, palette(args)));
  return 0;
}

function json(explanation: Explanation): string {
  return `${JSON.stringify(explanation, undefined, 2)}\n`;
}

function palette(args: ParsedArguments): Palette {
  return choosePalette({
    color: args.has("color"),
    noColor: args.has("no-color"),
    environment: process.env,
    isTerminal: process.stdout.isTTY === true,
  });
}
