import type { FieldFacts, Json } from "../locks/lock.ts";
import { fieldAt, type LockPath } from "../locks/lock-path.ts";
import type { KindRelease } from "./releases-of-kind.ts";
import type { Field } from "./schema-model.ts";

/** What older Flux minors say of a field, as far as it differs from what the newest says. */
export type FieldHistory = Pick<Field, "since" | "requiredUntil" | "newValues">;

/**
 * Gives the history of a field of an object, measured from the minor that brought the object: in an object that is new itself,
 * nothing is said to be new.
 */
export type History = (object: LockPath, name: string) => FieldHistory;

/** Compares a kind over the Flux minors, given oldest first. */
export function historyOf(kind: readonly KindRelease[]): History {
  const minors = kind.flatMap(({ flux, newest }) => (flux === undefined ? [] : [{ flux, schema: newest.schema }]));

  return (object, name) => {
    const path = fieldAt(object, name);
    const withObject = minors.filter(({ schema }) => schema[object] !== undefined);
    const newest = withObject.at(-1);
    const first = withObject.find(({ schema }) => schema[path] !== undefined);
    if (newest === undefined || first === undefined) return { newValues: [] };
    const isRequired = ({ schema }: typeof newest): boolean => schema[object]?.required?.includes(name) === true;
    const requiredUntil = isRequired(newest) ? undefined : withObject.findLast(isRequired)?.flux;
    return {
      ...(first === withObject[0] ? {} : { since: first.flux }),
      ...(requiredUntil === undefined ? {} : { requiredUntil }),
      newValues: newValues(path, first.schema[path], newest.schema[path]),
    };
  };

  function newValues(
    path: LockPath,
    first: FieldFacts | undefined,
    newest: FieldFacts | undefined,
  ): Field["newValues"] {
    const known = first?.enum;
    if (known === undefined) return [];
    return (newest?.enum ?? []).flatMap((value: Json) => {
      if (known.includes(value)) return [];
      const brought = minors.find(({ schema }) => schema[path]?.enum?.includes(value) === true);
      return brought === undefined ? [] : [{ value, since: brought.flux }];
    });
  }
}
