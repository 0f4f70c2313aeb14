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
  const facts = [...sentence("Default", byDefault), ...examples.flatMap((example) => sentence("Example", example))];
  return descriptionDocs([text, facts.join(" ")], indent, deprecated === true ? ["@deprecated"] : []);
}

function sentence(word: string, value: Json | undefined): readonly string[] {
  // A key that is `null` by default has none.
  if (value === undefined || value === null) return [];
  const text = JSON.stringify(value);
  return text.length > SHORT || text.includes("`") ? [] : [`${word}: \`${text}\`.`];
}
