import type { Example } from "../../diagnostics/explanations/explanation.ts";
import type { Palette } from "../../diagnostics/palette.ts";
import { brokenText } from "./broken-text.ts";
import type { CodeExplanation } from "./explain-code.ts";

/** Prints what a code stands for. */
export function renderCode({ topic, severity, title, text, wrong, right }: CodeExplanation, palette: Palette): string {
  const blocks = [
    `${palette.severity(severity, `${severity}[${topic}]`)}${palette.strong(`: ${title}`)}`,
    brokenText(text, 0).join("\n"),
    ...(wrong === undefined ? [] : [`${palette.strong("wrong")}\n${indented(wrong)}`]),
    ...(right === undefined ? [] : [`${palette.strong("right")}\n${indented(right)}`]),
    ...(severity === "error"
      ? []
      : [`silence: ["${topic}"] in the options of a resource, or in sluice.config.ts, keeps it from being reported.`]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function indented(example: Example): string {
  const text = "program" in example ? example.program : example.text;
  return text.trim().replace(/^(?=.)/gm, "  ");
}
