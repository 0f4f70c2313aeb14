import type { ChartFacts } from "../../../sdk/charts/chart-facts.ts";
import { WIDTH } from "../layout.ts";

/** The file of what a build has to know of a chart: JSON, with what fits on a line in one, so that changes show as few lines. */
export function factsFile(facts: ChartFacts): string {
  // Always broken: a seal gets a line of its own.
  return `${broken(facts, 0)}\n`;
}

function layout(value: object, column: number, indent: number): string {
  const line = JSON.stringify(value);
  // The comma behind it needs a column too.
  return column + line.length < WIDTH ? line : broken(value, indent);
}

function broken(value: object, indent: number): string {
  const inner = " ".repeat(indent + 1);
  const isList = Array.isArray(value);
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  const lines = entries.map(([key, entry]) => {
    const head = `${inner}${isList ? "" : `${JSON.stringify(key)}: `}`;
    const isScalar = typeof entry !== "object" || entry === null;
    return `${head}${isScalar ? JSON.stringify(entry) : layout(entry, head.length, indent + 1)}`;
  });
  const [open, close] = isList ? "[]" : "{}";
  return `${open}\n${lines.join(",\n")}\n${" ".repeat(indent)}${close}`;
}
