import type { SyntaxProblem } from "./syntax-problem.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const DAYS = "sun mon tue wed thu fri sat".split(" ");

/** What the five fields count, from where to where, and the names that stand for numbers. */
const FIELDS: readonly {
  readonly what: string;
  readonly from: number;
  readonly to: number;
  readonly names?: readonly string[];
}[] = [
  { what: "minute", from: 0, to: 59 },
  { what: "hour", from: 0, to: 23 },
  { what: "day of the month", from: 1, to: 31 },
  { what: "month", from: 1, to: 12, names: MONTHS },
  { what: "day of the week", from: 0, to: 6, names: DAYS },
];

const SHORTHANDS = new Set("@yearly @annually @monthly @weekly @daily @midnight @hourly".split(" "));

/** Reads times as cron does: five fields, or a shorthand such as `@daily`. */
export function readCron(text: string): SyntaxProblem | undefined {
  const times = text.replace(/^(?:CRON_)?TZ=\S* /, "").trim();
  if (SHORTHANDS.has(times) || /^@every \S+$/.test(times)) return undefined;
  const problem = problemOf(times);
  if (problem === undefined) return undefined;
  return { problem: `is no time in the form of cron: ${problem}`, hint: 'write five fields, such as "0 8 * * 1-5"' };
}

function problemOf(times: string): string | undefined {
  if (times.startsWith("@")) return `there is no shorthand ${JSON.stringify(times)}`;
  const fields = times.split(/\s+/);
  if (fields.length !== FIELDS.length) return `it has ${fields.length === 1 ? "one field" : `${fields.length} fields`}`;
  for (const [index, { what, from, to, names = [] }] of FIELDS.entries()) {
    const numberOf = (word: string): number => {
      const named = names.indexOf(word.toLowerCase());
      return named === -1 ? (/^\d+$/.test(word) ? Number(word) : Number.NaN) : named + from;
    };
    const isPart = (part: string): boolean => {
      const [range = "", step = "1", ...others] = part.split("/");
      const [start = "", end = start, ...more] = range.split("-");
      if (others.length > 0 || !/^\d+$/.test(step) || Number(step) === 0) return false;
      // What starts with a placeholder is that, whatever it ends with.
      if (start === "*" || start === "?") return true;
      const [first, last] = [numberOf(start), numberOf(end)];
      return more.length === 0 && first >= from && last <= to && first <= last;
    };
    const wrong = fields[index]
      ?.split(",")
      .filter((part) => part !== "")
      .find((part) => !isPart(part));
    if (wrong !== undefined) return `${JSON.stringify(wrong)} is no ${what}`;
  }
  return undefined;
}
