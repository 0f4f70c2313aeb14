import type { Palette } from "../../diagnostics/palette.ts";
import { brokenText } from "./broken-text.ts";
import type { ExplainedReference, Explanation } from "./explanation.ts";
import { blocksOf, type Row, table } from "./render-blocks.ts";

/** Prints an explanation for people. */
export function renderExplanation(explanation: Explanation, palette: Palette): string {
  const { text, parts = [] } = explanation;
  const needed = parts.some(({ isRequired }) => isRequired === true) ? palette.faint("  (* has to be given)") : "";
  const rows = parts.map((part): Row => [`${part.name}${part.isRequired === true ? "*" : ""}`, part.text]);
  return blocksOf([
    [titleOf(explanation, palette)],
    brokenText(text, 0),
    table(factsOf(explanation)),
    ...(rows.length === 0 ? [] : [[`${palette.strong(nameOfParts(explanation))}${needed}`, ...table(rows)]]),
  ]);
}

function titleOf({ topic, type, apiVersion, aliases }: Explanation, { strong, faint }: Palette): string {
  const what = type === undefined ? apiVersion : type;
  const others = aliases === undefined ? [] : [faint(`(${aliases.join(", ")})`)];
  return [strong(topic), ...(what === undefined ? [] : [what]), ...others].join("  ");
}

function nameOfParts({ apiVersion }: Explanation): string {
  return apiVersion === undefined ? "Kinds" : "Fields";
}

function factsOf(explanation: Explanation): readonly Row[] {
  const { deprecated, isRequired, default: byDefault, constraints, rules = [], since, references, page } = explanation;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["deprecated", deprecated],
    ["required", isRequired === true ? "It has to be given." : undefined],
    ["default", byDefault === undefined ? undefined : valueText(byDefault)],
    ["limits", constraints?.join(" ")],
    ...rules.map((rule) => ["rule", rule] as const),
    ["since", since === undefined ? undefined : `Flux ${since}`],
    ["refers to", references && referenceText(references)],
    ["see", page],
  ];
  return facts.flatMap(([name, fact]): Row[] => (fact === undefined ? [] : [[name, fact]]));
}

function valueText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function referenceText({ kinds, edge }: ExplainedReference): string {
  const what = kinds === "any" ? "Any kind" : kinds.join(", ");
  const how = edge === "need" ? "comes along with the object that needs it" : "has to be listed somewhere too";
  return `${what}. The object itself may stand here; it ${how}.`;
}
