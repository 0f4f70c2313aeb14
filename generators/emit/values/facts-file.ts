import type { ChartFacts, Json } from "../../../sdk/charts/chart-facts.ts";
import { WIDTH } from "../layout.ts";

/** The file of what a build has to know of a chart: JSON, with what fits on a line in one, so that changes show as few lines. */
export function factsFile(facts: ChartFacts): string {
  // What is `undefined` goes.
  const data: Readonly<Record<string, Json>> = JSON.parse(JSON.stringify(facts));
  // Always broken: a seal gets a line of its own.
  return `${broken(data, 0)}\n`;
}

function layout(value: Json, column: number, indent: number): string {
  const line = flat(value);
  const isEmpty = line === "{}" || line === "[]";
  // The comma behind it needs a column too.
  return typeof value !== "object" || value === null || isEmpty || column + line.length < WIDTH
    ? line
    : broken(value, indent);
}

function broken(value: object, indent: number): string {
  const inner = " ".repeat(indent + 2);
  const isList = Array.isArray(value);
  const lines = Object.entries(value).map(([key, entry]) => {
    const head = isList ? inner : `${inner}${JSON.stringify(key)}: `;
    return `${head}${layout(entry, head.length, indent + 2)}`;
  });
  const [open, close] = isList ? "[]" : "{}";
  return `${open}\n${lines.join(",\n")}\n${" ".repeat(indent)}${close}`;
}

function flat(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(flat).join(", ")}]`;
  const entries = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${flat(entry)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
