import { newestInRange, parseRange } from "../../../charts/version-range.ts";

/** The newest of some versions: a release, where there is one. */
export function newestOf(versions: readonly string[]): string | undefined {
  for (const text of ["*", ">=0.0.0-0"]) {
    const range = parseRange(text);
    const newest = range && newestInRange(versions, range);
    if (newest !== undefined) return newest;
  }
  return undefined;
}
