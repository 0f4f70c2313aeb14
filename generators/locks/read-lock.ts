import { problem, type Report } from "../diagnostic.ts";
import type { Lock } from "./lock.ts";

/**
 * Reads a lock. Only the outline is looked at: locks are written by `npm run locks` and reviewed. They hold `spec`, and other
 * fields that an author writes; of `status` there is nothing in them.
 */
export function readLock(file: string, text: string, report: Report): Lock | undefined {
  const lock = parseJson(text);
  if (isLock(lock)) return lock;
  report(
    problem(
      "generate/unreadable",
      { file },
      `${file} is no schema lock`,
      "run `npm run locks` again over the CRDs of its release",
    ),
  );
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isLock(value: unknown): value is Lock {
  if (typeof value !== "object" || value === null) return false;
  const outline: { readonly group?: unknown; readonly names?: unknown; readonly versions?: unknown } = value;
  return typeof outline.group === "string" && typeof outline.names === "object" && Array.isArray(outline.versions);
}
