import type { FluxVersion } from "../../sdk/model/flux-version.ts";
import type { FieldFacts, Json, RuleFacts } from "../locks/lock.ts";
import { fieldAt, type LockPath } from "../locks/lock-path.ts";
import type { KindRelease } from "./releases-of-kind.ts";
import type { Field } from "./schema-model.ts";

/** What older Flux minors say of a field, as far as it differs from what the newest says. */
export type FieldHistory = Pick<Field, "since" | "requiredUntil" | "newValues">;

/** What older Flux minors say of a place instead, oldest first. */
export type EarlierFacts = readonly { readonly until: FluxVersion; readonly facts: FieldFacts }[];

/** A rule with the minors that have it, as far as not all do. */
export interface DatedRule {
  readonly rule: RuleFacts;
  readonly since?: FluxVersion | undefined;
  readonly until?: FluxVersion | undefined;
}

/** What was different in older Flux minors. */
export interface History {
  /**
   * The history of a field of an object, measured from the minor that brought the object: in an object that is new itself, nothing
   * is said to be new.
   */
  field(object: LockPath, name: string): FieldHistory;
  /** What older minors say of a place, where it narrows values in another way. */
  earlier(path: LockPath): EarlierFacts;
  /** The rules at a place in any minor, those of the newest first. */
  rules(path: LockPath): readonly DatedRule[];
}

/** Facts whose history is told in another way, and those that are no fact of the place alone. */
const TOLD_APART = new Set(["enum", "required", "x-kubernetes-validations"]);

/** Compares a kind over the Flux minors, given oldest first. */
export function historyOf(kind: readonly KindRelease[]): History {
  const minors = kind.flatMap(({ flux, newest }) => (flux === undefined ? [] : [{ flux, schema: newest.schema }]));

  return { field, earlier, rules };

  function field(object: LockPath, name: string): FieldHistory {
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
  }

  function earlier(path: LockPath): EarlierFacts {
    const newest = minors.at(-1)?.schema[path];
    const found: { until: FluxVersion; facts: FieldFacts }[] = [];
    for (const { flux, schema } of minors.slice(0, -1)) {
      const facts = schema[path];
      if (facts === undefined || newest === undefined) continue;
      if (isEqual(facts, newest)) continue;
      const last = found.at(-1);
      // Minors in a row that say the same are one entry.
      if (last !== undefined && isEqual(last.facts, facts)) found[found.length - 1] = { until: flux, facts };
      else found.push({ until: flux, facts });
    }
    return found;
  }

  function rules(path: LockPath): readonly DatedRule[] {
    const withPlace = minors.filter(({ schema }) => schema[path] !== undefined);
    const places =
      withPlace.length > 0
        ? withPlace
        : kind.slice(-1).map(({ newest }) => ({ flux: undefined, schema: newest.schema }));
    const texts = [...places].reverse().flatMap(({ schema }) => schema[path]?.["x-kubernetes-validations"] ?? []);
    const distinct = [...new Map(texts.map((rule) => [JSON.stringify(rule), rule])).values()];
    return distinct.map((rule) => {
      const has = places.map(({ schema }) => rulesAt(schema, path).includes(JSON.stringify(rule)));
      const since = has[0] === true ? undefined : places[has.indexOf(true)]?.flux;
      const until = has.at(-1) === true ? undefined : places[has.lastIndexOf(true)]?.flux;
      return { rule, ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
    });
  }

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

function rulesAt(schema: Readonly<Record<LockPath, FieldFacts>>, path: LockPath): readonly string[] {
  return (schema[path]?.["x-kubernetes-validations"] ?? []).map((rule) => JSON.stringify(rule));
}

/** Says whether two minors narrow the values of a place alike, apart from what is told in another way. */
function isEqual(a: FieldFacts, b: FieldFacts): boolean {
  return comparable(a) === comparable(b);
}

function comparable(facts: FieldFacts): string {
  return JSON.stringify(Object.entries(facts).filter(([fact]) => !TOLD_APART.has(fact)));
}
