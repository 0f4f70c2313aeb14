import type { Json } from "../../../charts/chart-facts.ts";
import type { Palette } from "../../../diagnostics/palette.ts";
import { brokenText } from "../broken-text.ts";
import { blocksOf, type Row, table } from "../render-blocks.ts";
import type { ExplainedKey, GivenValue, ValueExplanation } from "./explain-value.ts";
import type { ExplainedReleases } from "./fleet-values.ts";

/** Prints what is known of a value for people. */
export function renderValue(explanation: ValueExplanation, palette: Palette): string {
  const { topic, type, chart, text, parts = [], open } = explanation;
  const title = [palette.strong(topic), ...(type === undefined ? [] : [type]), palette.faint(`(${chart})`)].join("  ");
  const rows = parts.map((part): Row => [part.name, partText(part)]);
  return blocksOf([
    [title],
    text.split("\n").flatMap((line) => brokenText(line, 0)),
    table(factsOf(explanation)),
    ...(rows.length === 0 ? [] : [[palette.strong("Keys"), ...table(rows)]]),
    ...(rows.length > 0 && open === true ? [["Other keys may stand there too."]] : []),
  ]);
}

/** The first of the words of a key, or what it may hold. */
function partText({ text, type, keys = [] }: ExplainedKey): string {
  const [first = ""] = text.split(/\n\s*\n/);
  if (first !== "") return first.replace(/\s+/g, " ");
  return type ?? (keys.length > 0 ? `{ ${keys.join(", ")} }` : "");
}

/** Prints the releases of a fleet for people. */
export function renderReleases({ releases }: ExplainedReleases, palette: Palette): string {
  if (releases.length === 0) return "the fleet has no releases\n";
  return blocksOf([[palette.strong("Releases"), ...table(releases.map(({ name, chart }): Row => [name, chart]))]]);
}

function factsOf({ deprecated, default: byDefault, releases }: ValueExplanation): readonly Row[] {
  return [
    ...(deprecated === true ? [["deprecated", "The chart's author means to remove it."] as const] : []),
    ...(byDefault === undefined ? [] : [["default", valueText(byDefault)] as const]),
    ...releases.map((given): Row => [given.cluster, givenText(given)]),
  ];
}

function givenText({ release, state, value }: GivenValue): string {
  switch (state) {
    case "given":
      return `${valueText(value ?? null)}, by ${release}`;
    case "default":
      return `not given by ${release}`;
    case "unknown":
      return `given by ${release}, and not known here`;
  }
}

function valueText(value: Json): string {
  return JSON.stringify(value);
}
