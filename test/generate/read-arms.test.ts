import { expect, test } from "vitest";
import type { ArmsOverlay } from "../../generators/overlays/arms-overlay.ts";
import { OVERLAYS } from "../../generators/overlays/index.ts";
import { readArms } from "../../generators/schema/read-arms.ts";
import type { Field } from "../../generators/schema/schema-model.ts";

function field(name: string, given: Partial<Field> & { readonly values?: readonly string[] } = {}): Field {
  const { values, ...others } = given;
  const placed = { path: `spec.${name}`, facts: {}, earlier: [], rules: [] };
  const node: Field["node"] = { ...placed, type: "string", enum: values };
  return { name, node, required: false, default: undefined, newValues: [], ...others };
}

const FIELDS: readonly Field[] = [
  field("kind", { values: ["Cat", "Dog", "Fish"], required: true }),
  field("mood", { values: ["calm", "wild"], default: "calm" }),
  field("lead"),
  field("tank"),
];

/** Alternatives as lines: `WithLead (with …): kind required "Dog", lead required`. */
function linesOf(overlay: ArmsOverlay): readonly string[] {
  const unmatched = (entry: string, why: string): never => expect.unreachable(`${entry}: ${why}`);
  return (readArms(overlay, FIELDS, unmatched) ?? []).map(({ suffix, note, fields }) => {
    const parts = fields.map(({ field, use, values, literal }) => {
      const members = values === undefined ? "" : ` ${values.join("|")}${literal ? "" : " or later"}`;
      return `${field.name} ${use}${members}`;
    });
    return `${suffix} ${note}: ${parts.join(", ")}`;
  });
}

test.each<readonly [string, ArmsOverlay, readonly string[]]>([
  [
    "exactly one",
    { rules: [], exactlyOne: ["lead", "tank"] },
    ["WithLead with `lead`: lead required, tank forbidden", "WithTank with `tank`: lead forbidden, tank required"],
  ],
  [
    "at least one",
    { rules: [], atLeastOne: ["tank", "lead"] },
    ["WithTank with `tank`: lead optional, tank required", "WithLead with `lead`: lead required, tank optional"],
  ],
  [
    "only with some values",
    { rules: [], field: "lead", onlyWith: { discriminant: "kind", values: ["Dog"] } },
    [
      "WithLead that may have `lead`: kind required Dog, lead optional",
      "WithoutLead that has no `lead`: kind required Cat|Fish, lead forbidden",
    ],
  ],
  [
    "required with a value that is not the default",
    {
      rules: [],
      cases: {
        WithTank: { when: { mood: ["wild"] }, requires: ["tank"] },
        WithoutTank: { when: { mood: ["calm"] }, forbids: ["tank"] },
      },
    },
    [
      "WithTank with `tank`: mood required wild, tank required",
      "WithoutTank that has no `tank`: mood optional calm, tank forbidden",
    ],
  ],
  [
    "all other values",
    {
      rules: [],
      cases: {
        WithTank: { when: { kind: ["Fish"] }, requires: ["tank"], forbids: ["lead"] },
        OnLand: { when: { kind: "others" }, forbids: ["tank"] },
      },
    },
    [
      "WithTank with `tank`: kind required Fish, lead forbidden, tank required",
      "OnLand that has no `tank`: kind required Cat|Dog, lead optional, tank forbidden",
    ],
  ],
  [
    "fewer values of another field",
    {
      rules: [],
      cases: {
        OfFish: { when: { kind: ["Fish"] }, narrows: { mood: ["calm"] } },
        OfOthers: { when: { kind: ["Cat", "Dog"] } },
      },
    },
    [
      "OfFish with `kind` `Fish`: kind required Fish, mood optional calm or later",
      "OfOthers with `kind` `Cat` or `Dog`: kind required Cat|Dog, mood optional",
    ],
  ],
])("%s", (_, overlay, want) => {
  expect(linesOf(overlay)).toEqual(want);
});

test.each<readonly [string, ArmsOverlay, readonly string[]]>([
  ["a field that is not there", { rules: [], atLeastOne: ["lead", "gone"] }, ['alternatives by "gone"']],
  [
    "values that are not there",
    { rules: [], cases: { A: { when: { kind: ["Bird"] } }, B: { narrows: { lead: ["long"] } } } },
    ['alternatives by "Bird"', 'alternatives by "long"'],
  ],
])("%s is said", (_, overlay, want) => {
  const entries: string[] = [];
  expect(readArms(overlay, FIELDS, (entry) => entries.push(entry))).toBeUndefined();
  expect(entries).toEqual(want);
});

test("27 rules of the locks are types", () => {
  const backing = OVERLAYS.flatMap(({ arms = {} }) => Object.values(arms).flatMap(({ rules }) => rules));
  expect(backing).toHaveLength(27);
});
