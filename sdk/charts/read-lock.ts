import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ChartLock, LockedChart } from "./chart-lock.ts";

/** A lock, or why there is none. */
export type LockRead =
  | { readonly type: "read"; readonly lock: ChartLock }
  | { readonly type: "broken"; readonly diagnostic: Diagnostic };

/** What is wrong with a lock, as in `charts[0] has no "name"`. */
interface Problem {
  readonly problem: string;
}

const RESTORE = "get it back from Git, or remove it and run sluice generate values";

/**
 * Reads a lock. One that holds anything unexpected is broken as a whole: charts of entries that are left out would be resolved anew.
 *
 * @param file What messages call it.
 */
export function readLock(text: string, file: string): LockRead {
  const conflict = text.split("\n").findIndex((line) => line.startsWith("<<<<<<<")) + 1;
  if (conflict > 0)
    return broken(
      file,
      "it has the marks of a merge conflict",
      "take either side, and run sluice generate values",
      conflict,
    );
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return broken(file, "it is no JSON", RESTORE);
  }
  const version = isRecord(data) ? data["lockVersion"] : undefined;
  if (typeof version === "number" && version !== 1)
    return broken(
      file,
      `its lockVersion is ${version}, and only 1 is known here`,
      "use the version of Sluice that wrote it",
    );
  const lock = lockOf(data);
  return "problem" in lock ? broken(file, lock.problem, RESTORE) : { type: "read", lock };
}

function broken(file: string, problem: string, hint: string, line = 1): LockRead {
  const message = `"${file}" cannot be read: ${problem}`;
  const place = { file, line, column: 1 };
  return { type: "broken", diagnostic: { code: "chart/broken-lock", severity: "error", message, hint, place } };
}

function lockOf(data: unknown): ChartLock | Problem {
  if (!isRecord(data)) return { problem: "it is no JSON object" };
  const { lockVersion, out, charts, ...others } = data;
  if (lockVersion !== 1) return { problem: "it has no lockVersion" };
  if (typeof out !== "string" || !isRelative(out)) return { problem: '"out" is no path from its own folder' };
  if (!Array.isArray(charts)) return { problem: '"charts" is no list' };
  const [other] = Object.keys(others);
  if (other !== undefined) return { problem: `"${other}" is unknown` };
  const read: LockedChart[] = [];
  const keys = new Map<string, number>();
  for (const [index, item] of charts.entries()) {
    const chart = chartOf(item);
    if ("problem" in chart) return { problem: `charts[${index}] ${chart.problem}` };
    const { name, repository, range, version, digest } = chart;
    const key = JSON.stringify([name, repository, range ?? [version, digest]]);
    const first = keys.get(key);
    if (first !== undefined) return { problem: `charts[${first}] and charts[${index}] are for the same` };
    keys.set(key, index);
    read.push(chart);
  }
  return { lockVersion, out, charts: read };
}

function chartOf(data: unknown): LockedChart | Problem {
  if (!isRecord(data)) return { problem: "is no object" };
  const { name, repository, range, version, digest, given, file, ...others } = data;
  const [other] = Object.keys(others);
  if (other !== undefined) return { problem: `has "${other}", which is unknown` };
  if (!isText(name)) return { problem: 'has no "name"' };
  if (!isText(repository)) return { problem: 'has no "repository"' };
  if (range !== undefined && !isText(range)) return { problem: 'has a "range" that is none' };
  if (!isText(version)) return { problem: 'has no "version"' };
  if (digest !== undefined && !isDigest(digest)) return { problem: 'has a "digest" that is none' };
  if (given !== undefined && given !== true) return { problem: 'has a "given" that is not true' };
  if (!isFileName(file)) return { problem: 'has no "file"' };
  return {
    name,
    repository,
    version,
    file,
    ...(range && { range }),
    ...(digest && { digest }),
    ...(given && { given }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isDigest(value: unknown): value is string {
  return typeof value === "string" && /^sha256:[0-9a-f]{64}$/.test(value);
}

/** Files are read and written by it. */
function isFileName(value: unknown): value is string {
  return typeof value === "string" && /^[A-Za-z0-9_+][A-Za-z0-9._+-]*$/.test(value);
}

function isRelative(path: string): boolean {
  return path !== "" && !/^(?:[/\\]|[A-Za-z]:)/.test(path);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
