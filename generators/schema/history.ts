import type { FluxVersion } from "../../sdk/model/flux-version.ts";
import type { FieldFacts, Json } from "../locks/lock.ts";
import { fieldAt, type LockPath } from "../locks/lock-path.ts";
import type { KindRelease } from "./releases-of-kind.ts";
import type { Field } from "./schema-model.ts";

/** What older Flux minors say of a field, as far as it differs from what the newest says. */
export type FieldHistory = Pick<Field, "since" | "requiredUntil" | "newValues">;

/** Compares a kind's fields over the Flux minors. */
export class History {
  readonly #minors: readonly { readonly flux: FluxVersion; readonly schema: Readonly<Record<LockPath, FieldFacts>> }[];

  /** @param kind The kind's releases, oldest first. */
  constructor(kind: readonly KindRelease[]) {
    this.#minors = kind.flatMap(({ flux, newest }) => (flux === undefined ? [] : [{ flux, schema: newest.schema }]));
  }

  /**
   * The history of a field, measured from the minor that brought the object which holds it: in an object that is new itself,
   * nothing is said to be new.
   */
  of(object: LockPath, name: string): FieldHistory {
    const path = fieldAt(object, name);
    const minors = this.#minors.filter(({ schema }) => schema[object] !== undefined);
    const [oldest, newest] = [minors[0], minors.at(-1)];
    const first = minors.find(({ schema }) => schema[path] !== undefined);
    if (oldest === undefined || newest === undefined || first === undefined) return { newValues: [] };
    const isRequired = ({ schema }: typeof oldest): boolean => schema[object]?.required?.includes(name) === true;
    const requiredUntil = isRequired(newest) ? undefined : minors.findLast(isRequired)?.flux;
    return {
      ...(first === oldest ? {} : { since: first.flux }),
      ...(requiredUntil === undefined ? {} : { requiredUntil }),
      newValues: this.#newValues(path, first.schema[path]?.enum ?? []),
    };
  }

  #newValues(path: LockPath, known: readonly Json[]): Field["newValues"] {
    const newest = this.#minors.at(-1)?.schema[path]?.enum ?? [];
    if (known.length === 0) return [];
    return newest.flatMap((value) => {
      if (known.includes(value)) return [];
      const first = this.#minors.find(({ schema }) => schema[path]?.enum?.includes(value) === true);
      return first === undefined ? [] : [{ value, since: first.flux }];
    });
  }
}
