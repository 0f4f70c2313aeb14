import type { FieldFacts, Lock } from "../../../generators/locks/lock.ts";
import { readLock } from "../../../generators/locks/read-lock.ts";
import { readInput } from "../../../generators/main.ts";
import { ROOT } from "../../tools/repository.ts";

/** A rule at one place of one lock. */
export interface LockedRule {
  readonly rule: string;
  /** `flux-2.9 Bucket v1 spec`, for messages. */
  readonly place: string;
  readonly path: string;
  readonly schema: Readonly<Record<string, FieldFacts>>;
}

/** Every rule of every lock on what an object is created as: rules on changes are left out. */
export function lockedRules(): readonly LockedRule[] {
  return locks().flatMap(({ release, names, versions }) =>
    versions.flatMap(({ name, schema }) =>
      Object.entries(schema).flatMap(([path, facts]) =>
        (facts["x-kubernetes-validations"] ?? [])
          .filter(({ rule }) => !rule.includes("oldSelf"))
          .map(({ rule }) => ({ rule, path, schema, place: `${release} ${names.kind} ${name} ${path}` })),
      ),
    ),
  );
}

function locks(): readonly Lock[] {
  return [...readInput(ROOT).locks].flatMap(
    ([file, text]) =>
      readLock(file, text, (problem) => {
        throw new Error(problem.message);
      }) ?? [],
  );
}
