import { dirname, relative, sep } from "node:path";
import type { LockedChart } from "../../../charts/chart-lock.ts";
import { printLock } from "../../../charts/print-lock.ts";
import type { FileChange } from "../plan-files.ts";
import { shownFile, type ValuesProject } from "./values-project.ts";

/** What has to be done for the lock file to hold these entries. */
export function lockChange({ lockPath, lockText, out }: ValuesProject, charts: readonly LockedChart[]): FileChange[] {
  const folder = relative(dirname(lockPath), out).split(sep).join("/") || ".";
  const text = printLock({ lockVersion: 1, out: folder, charts });
  if (lockText?.replaceAll("\r\n", "\n") === text) return [];
  return [{ path: shownFile(lockPath), action: lockText === undefined ? "create" : "update", text }];
}
