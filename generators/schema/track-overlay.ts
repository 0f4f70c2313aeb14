import type { Syntax } from "../../sdk/model/schema.ts";
import { problem, type Report } from "../diagnostic.ts";
import type { LockPath } from "../locks/lock-path.ts";
import type { ArmsOverlay } from "../overlays/arms-overlay.ts";
import type { Overlay, ReferenceOverlay } from "../overlays/overlay.ts";

/** An overlay that remembers what was asked of it, so that entries which match nothing are found. */
export interface TrackedOverlay {
  reference(path: LockPath): ReferenceOverlay | undefined;
  /** The values that are added to an enum. */
  open(path: LockPath): readonly string[] | undefined;
  parameter(path: LockPath): string | undefined;
  name(path: LockPath): string | undefined;
  directory(path: LockPath): true | undefined;
  syntax(path: LockPath): Syntax | undefined;
  /** What is wrong where a rule does not hold; `undefined` when nobody wrote it down. */
  message(rule: string): string | undefined;
  /** The alternatives at a place, whose rules must be among those that the schema has there. */
  arms(path: LockPath, rules: readonly string[]): ArmsOverlay | undefined;
  /** Puts names of fields into the order in which a person writes them. */
  ordered(path: LockPath, names: readonly string[]): readonly string[];
  /** Reports an entry that matches nothing. */
  unmatched(path: LockPath, entry: string, why: string): void;
  /** Reports every entry that nobody asked for. */
  reportUnused(): void;
}

const TABLES = [
  "references",
  "directories",
  "parameters",
  "arms",
  "open",
  "names",
  "order",
  "syntax",
  "messages",
] as const;

/** Tracks the use of an overlay. */
export function trackOverlay(overlay: Overlay, report: Report): TrackedOverlay {
  const { kind, references, directories = [], parameters, arms, open, names, order, syntax, messages } = overlay;
  const tables = {
    references,
    directories: Object.fromEntries(directories.map((path) => [path, true] as const)),
    parameters,
    arms,
    open,
    names,
    order,
    syntax,
    messages,
  };
  const used = new Set<string>();

  function take<Entry>(
    table: (typeof TABLES)[number],
    entries: Readonly<Record<LockPath, Entry>> | undefined,
    path: LockPath,
  ): Entry | undefined {
    if (entries === undefined || !Object.hasOwn(entries, path)) return undefined;
    used.add(`${table} ${path}`);
    return entries[path];
  }

  const tracked: TrackedOverlay = {
    reference: (path) => take("references", references, path),
    open: (path) => take("open", open, path),
    parameter: (path) => take("parameters", parameters, path),
    name: (path) => take("names", names, path),
    directory: (path) => take("directories", tables.directories, path),
    syntax: (path) => take("syntax", syntax, path),
    message: (rule) => take("messages", messages, rule),
    arms(path, rules) {
      const entry = take("arms", arms, path);
      for (const rule of entry?.rules ?? []) {
        if (!rules.includes(rule)) tracked.unmatched(path, `the rule "${rule}"`, "the schema has no such rule there");
      }
      return entry;
    },
    ordered(path, fields) {
      const entry = take("order", order, path) ?? [];
      for (const name of entry) {
        if (!fields.includes(name)) tracked.unmatched(path, `the order of "${name}"`, "no such field is there");
      }
      return [...entry.filter((name) => fields.includes(name)), ...fields.filter((name) => !entry.includes(name))];
    },
    unmatched(path, entry, why) {
      report(
        problem(
          "generate/unused-overlay",
          { file: overlayFile(kind), path },
          `the overlay of ${kind} has ${entry} at ${path}, and ${why}`,
          "delete the entry, or correct it after what the schema says now",
        ),
      );
    },
    reportUnused() {
      for (const table of TABLES) {
        for (const path of Object.keys(tables[table] ?? {})) {
          if (!used.has(`${table} ${path}`))
            tracked.unmatched(path, `an entry under "${table}"`, "nothing there takes it");
        }
      }
    },
  };
  return tracked;
}

/** How messages call the file of a kind's overlay. */
export function overlayFile(kind: string): string {
  return `generators/overlays (${kind})`;
}
