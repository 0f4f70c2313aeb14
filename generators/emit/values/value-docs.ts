import type { Json } from "../../../sdk/charts/chart-facts.ts";
import type { ValueDocs } from "../../values/values-model.ts";
import { descriptionDocs } from "../description-docs.ts";
import type { Docs } from "../docs.ts";

/** A default that is longer is for those who look it up. */
const SHORT = 80;

/** The comment of a key: the words of the chart's author, and behind them its default. */
export function valueDocs(docs: ValueDocs | undefined, indent: number): Docs {
  if (docs === undefined) return [];
  const { text, default: byDefault, examples = [], deprecated } = docs;
  // A key that is `null` by default has none.
  const facts = [
    ...sentence("Default", byDefault === undefined || byDefault === null ? [] : [byDefault]),
    ...sentence(examples.length === 1 ? "Example" : "Examples", examples),
  ];
  return descriptionDocs([text, facts.join(" ")], indent, deprecated === true ? ["@deprecated"] : []);
}

function sentence(word: string, values: readonly Json[]): readonly string[] {
  const texts = values
    .map((value) => JSON.stringify(value))
    .filter((text) => text.length <= SHORT && !text.includes("`"));
  return texts.length === 0 ? [] : [`${word}: ${texts.map((text) => `\`${text}\``).join(", ")}.`];
}
