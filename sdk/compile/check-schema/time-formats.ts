// Formats of times, as the API server reads them.

/** A day that exists: `2026-01-31`. */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return false;
  const [months, days] = [Number(month), Number(day)];
  return months >= 1 && months <= 12 && days >= 1 && days <= daysOf(Number(year), months);
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const TIME = /^([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?(z|([+-][0-9]{2}:[0-9]{2}))$/;

/** A day, a time of day and a zone: `2026-01-31T12:00:00Z`. */
export function isDateTime(text: string): boolean {
  const [date = "", time] = text.toLowerCase().split("t");
  if (time === undefined || !isDate(date)) return false;
  const [, hours = "", minutes = "", seconds = ""] = TIME.exec(time) ?? [];
  return hours !== "" && hours <= "23" && minutes <= "59" && seconds <= "59";
}

/** What Go parses: `1h30m`, `-1.5s`, `0`. */
const GO_DURATION = /^[+-]?(0|((\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h))+)$/;
/** What is looked for anywhere else in a text: `22 ns`, `3 weeks`. */
const SPELLED = /(\d+)[\t\n\f\r ]*([A-Za-zµ]+)/g;

/** A duration of Go, or any text in which a number with a unit of time is found. */
export function isDuration(text: string): boolean {
  if (GO_DURATION.test(text)) return true;
  for (const [, , unit = ""] of text.matchAll(SPELLED)) if (isUnit(unit.toLowerCase())) return true;
  return false;
}

const UNITS: ReadonlySet<string> = new Set(["ns", "us", "µs", "ms", "s", "m", "h", "hr", "d", "w", "wk"]);
const LONG_UNITS: readonly string[] = ["nano", "micro", "milli", "sec", "min", "hour", "day", "week"];

function isUnit(word: string): boolean {
  return UNITS.has(word) || LONG_UNITS.some((unit) => word.startsWith(unit));
}
