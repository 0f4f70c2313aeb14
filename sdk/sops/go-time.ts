const ZONED = /^(\d{4})-(\d\d?)-(\d\d?)[Tt](\d\d?):(\d\d?):(\d\d?)(?:[.,](\d+))?(Z|[-+]\d\d:\d\d)$/;
const LOCAL = /^(\d{4})-(\d\d?)-(\d\d?)(?: (\d\d?):(\d\d?):(\d\d?)(?:[.,](\d+))?)?$/;

/** Nanoseconds are as fine as Go's times get. */
const FRACTION = 9;

/** Reads a date or a time as Go's parser of YAML does, and gives it as RFC 3339 prints it. `undefined` for what is none. */
export function timeText(text: string): string | undefined {
  const parts = ZONED.exec(text) ?? LOCAL.exec(text);
  if (parts === null) return undefined;
  const [, year = "", month = "", day = "", hour = "0", minute = "0", second = "0", fraction = "", zone = "Z"] = parts;
  if (!isDate(Number(year), Number(month), Number(day))) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || !isZone(zone)) return undefined;
  const fine = fraction.slice(0, FRACTION).replace(/0+$/, "");
  const date = [year, twoDigits(month), twoDigits(day)].join("-");
  const time = [hour, minute, second].map(twoDigits).join(":");
  return `${date}T${time}${fine === "" ? "" : `.${fine}`}${/^[-+]00:00$/.test(zone) ? "Z" : zone}`;
}

function isDate(year: number, month: number, day: number): boolean {
  // A year below 100 would be taken for one of the last century.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isZone(zone: string): boolean {
  return zone === "Z" || (Number(zone.slice(1, 3)) <= 23 && Number(zone.slice(4)) <= 59);
}

function twoDigits(number: string): string {
  return number.padStart(2, "0");
}
