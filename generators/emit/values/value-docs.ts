import type { Json } from "../../../sdk/charts/chart-facts.ts";
import type { ValueDocs } from "../../values/values-model.ts";
import { descriptionDocs } from "../description-docs.ts";
import type { Docs } from "../docs.ts";

/** A value that is longer is for those who look it up. */
const SHORT = 80;

/** The comment of a key: the words of the chart's author, and behind them its default. */
export function valueDocs(docs: ValueDocs | undefined, indent: number): Docs {
  if (docs === undefined) return [];
  const { text, default: byDefault, examples = [], deprecated } = docs;
  // The keys of an object have their own.
  const hasDefault = byDefault !== undefined && byDefault !== null && !isFilled(byDefault);
  const facts = [
    ...sentence("Default", hasDefault ? [byDefault] : []),
    ...sentence(examples.length === 1 ? "Example" : "Examples", examples),
  ];
  return descriptionDocs([text, facts.join(" ")], indent, deprecated === true ? ["@deprecated"] : []);
}

function isFilled(value: Json): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
}

function sentence(word: string, values: readonly Json[]): readonly string[] {
  const texts = values.map((value) => JSON.stringify(value));
  const shown = texts.filter((text) => text.length <= SHORT && !text.includes("`"));
  return shown.length === 0 ? [] : [`${word}: ${shown.map((text) => `\`${text}\``).join(", ")}.`];
}
