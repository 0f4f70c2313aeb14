import { isObject } from "./data.ts";

const MAX_DEPTH = 50;
const MAX_VALUES = 100_000;

/** A text that is equal for equal data, whatever the order of fields. `undefined` for what is too large to compare. */
export function canonicalJson(value: unknown): string | undefined {
  const budget = { left: MAX_VALUES };
  const text = print(value, budget, 0);
  return budget.left < 0 ? undefined : text;
}

function print(value: unknown, budget: { left: number }, depth: number): string {
  budget.left--;
  if (depth > MAX_DEPTH) budget.left = -1;
  if (budget.left < 0) return "";
  if (Array.isArray(value)) {
    const items: string[] = [];
    for (let index = 0; index < value.length && budget.left >= 0; index++)
      items.push(print(value[index], budget, depth + 1));
    return `[${items.join()}]`;
  }
  if (typeof value === "bigint") return String(value);
  if (!isObject(value)) return JSON.stringify(value) ?? String(value);
  const fields = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${print(value[key], budget, depth + 1)}`);
  return `{${fields.join()}}`;
}
