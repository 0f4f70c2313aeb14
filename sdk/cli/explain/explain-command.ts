import type { ParsedArguments, UsageError } from "../arguments/command.ts";
import { chosenPalette } from "./chosen-palette.ts";
import { type CodeExplanation, codeOf, explainCode } from "./explain-code.ts";
import { explainField } from "./explain-field.ts";
import { explainKinds } from "./explain-kinds.ts";
import type { Explanation } from "./explanation.ts";
import { renderCode } from "./render-code.ts";
import { renderExplanation } from "./render-explanation.ts";

/** `sluice explain`: says what a kind or a field is, or what a diagnostic's code stands for. */
export async function explainCommand(args: ParsedArguments): Promise<number | UsageError> {
  const { argument } = args;
  const isJson = args.text("output") === "json";
  const code = argument === undefined ? undefined : codeOf(argument);
  if (code !== undefined) {
    const found = await explainCode(code);
    if ("message" in found) return found;
    process.stdout.write(isJson ? json(found) : renderCode(found, chosenPalette(args)));
    return 0;
  }
  const explained = argument === undefined ? await explainKinds() : await explainField(argument);
  if ("message" in explained) return explained;
  process.stdout.write(isJson ? json(explained) : renderExplanation(explained, chosenPalette(args)));
  return 0;
}

function json(explanation: Explanation | CodeExplanation): string {
  return `${JSON.stringify(explanation, undefined, 2)}\n`;
}
