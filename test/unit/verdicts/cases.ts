import { newestApiVersion } from "../../../sdk/model/define-kind.ts";
import type { KindDefinition } from "../../../sdk/model/kind-definition.ts";
import type { ObjectSchema } from "../../../sdk/model/schema.ts";
import { baseObject, type PlainObject } from "./base-objects.ts";
import { metadataCases } from "./metadata-cases.ts";
import { mutationsOf } from "./mutations.ts";
import { placesBelow, withoutField, withValue } from "./places.ts";
import { ruleCases } from "./rule-cases.ts";

/** An object to ask about. */
export interface VerdictCase {
  /** The place and what is tried there: unique within the kind. */
  readonly name: string;
  readonly object: unknown;
}

/** Everything that is tried of a kind: each place with each kind of value, and what rules are about. The same every time. */
export function casesOf(definition: KindDefinition): readonly VerdictCase[] {
  const body = definition.body?.();
  if (body === undefined) return [];
  const base = baseObject(newestApiVersion(definition), definition.kind);
  const cases = [
    { name: "as it is", object: base },
    ...placeCases(base, body),
    ...metadataCases(base),
    ...ruleCases(base, body),
  ];
  return [...new Map(cases.map((found) => [found.name, found])).values()];
}

function placeCases(base: PlainObject, body: ObjectSchema): readonly VerdictCase[] {
  return placesBelow(body).flatMap(({ steps, schema }) => {
    const place = steps.join("/");
    const tried = mutationsOf(schema).map(({ what, value }) => ({
      name: `${place}: ${what}`,
      object: withValue(base, body, steps, value),
    }));
    return [...tried, { name: `${place}: left out`, object: withoutField(withValue(base, body, steps, "a"), steps) }];
  });
}
