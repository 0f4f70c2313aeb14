import type { ReferenceFacts } from "../../sdk/model/schema.ts";
import { problem, type Report } from "../diagnostic.ts";
import type { LockPath } from "../locks/lock-path.ts";
import type { ArmsOverlay, Overlay } from "../overlays/overlay.ts";

/** An overlay that remembers what was asked of it, so that what matches nothing is found. */
export class UsedOverlay {
  readonly #overlay: Overlay;
  readonly #report: Report;
  readonly #used = new Set<string>();

  constructor(overlay: Overlay, report: Report) {
    this.#overlay = overlay;
    this.#report = report;
  }

  reference(path: LockPath): ReferenceFacts | undefined {
    return this.#take("references", this.#overlay.references, path);
  }

  parameter(path: LockPath): string | undefined {
    return this.#take("parameters", this.#overlay.parameters, path);
  }

  name(path: LockPath): string | undefined {
    return this.#take("names", this.#overlay.names, path);
  }

  directory(path: LockPath): true | undefined {
    if (this.#overlay.directories?.includes(path) !== true) return undefined;
    this.#used.add(`directories ${path}`);
    return true;
  }

  /** The alternatives at a place, whose rules must be among those that the schema has there. */
  arms(path: LockPath, rules: readonly string[]): ArmsOverlay | undefined {
    const arms = this.#take("arms", this.#overlay.arms, path);
    for (const rule of arms?.rules ?? []) {
      if (!rules.includes(rule)) this.unmatched(path, `the rule "${rule}"`, "the schema has no such rule there");
    }
    return arms;
  }

  /** Puts names of fields into the order in which a person writes them. */
  ordered(path: LockPath, names: readonly string[]): readonly string[] {
    const order = this.#take("order", this.#overlay.order, path) ?? [];
    for (const name of order) {
      if (!names.includes(name)) this.unmatched(path, `the place of "${name}" in the order`, "no such field is there");
    }
    return [...order.filter((name) => names.includes(name)), ...names.filter((name) => !order.includes(name))];
  }

  /** Reports an entry that matches nothing. */
  unmatched(path: LockPath, entry: string, why: string): void {
    const { kind, group } = this.#overlay;
    this.#report(
      problem(
        "generate/unused-overlay",
        { file: `generators/overlays (${kind}.${group})`, path },
        `the overlay of ${kind} has ${entry} at ${path}: ${why}`,
        "delete the entry, or correct it after what the new schema says",
      ),
    );
  }

  /** Reports every entry that nobody asked for. */
  reportUnused(): void {
    const { references, parameters, names, arms, order, directories } = this.#overlay;
    for (const [table, entries] of Object.entries({ references, parameters, names, arms, order })) {
      for (const path of Object.keys(entries ?? {})) {
        if (!this.#used.has(`${table} ${path}`))
          this.unmatched(path, `an entry under "${table}"`, "no field that takes it is there");
      }
    }
    for (const path of directories ?? []) {
      if (!this.#used.has(`directories ${path}`))
        this.unmatched(path, `an entry under "directories"`, "no text is there");
    }
  }

  #take<Entry>(
    table: string,
    entries: Readonly<Record<LockPath, Entry>> | undefined,
    path: LockPath,
  ): Entry | undefined {
    if (entries === undefined || !Object.hasOwn(entries, path)) return undefined;
    this.#used.add(`${table} ${path}`);
    return entries[path];
  }
}
