import type { ArmsOverlay, CaseOverlay } from "../overlays/arms-overlay.ts";
import type { Arm, ArmField, Field } from "./schema-model.ts";

/** Takes what an overlay says and the object does not have, and why it must. */
type Unmatched = (entry: string, why: string) => void;

/** Reads the alternatives of an object. */
export function readArms(
  overlay: ArmsOverlay,
  fields: readonly Field[],
  unmatched: Unmatched,
): readonly Arm[] | undefined {
  const cases = Object.entries(casesOf(overlay));
  const named = new Set(cases.flatMap(([, shape]) => fieldsOf(shape)));
  const missing = [...named].filter((name) => fields.every((field) => field.name !== name));
  for (const name of missing) unmatched(`alternatives by "${name}"`, "no such field is there");
  const strange = cases.flatMap(([, shape]) => strangeValues(shape, fields));
  for (const [name, value] of strange) unmatched(`alternatives by "${value}"`, `"${name}" has no such value`);
  if (missing.length > 0 || strange.length > 0) return undefined;
  const inArms = fields.filter((field) => named.has(field.name));
  const shapes = cases.map(([, shape]) => shape);
  return cases.map(([suffix, shape]) => ({
    suffix,
    note: noteOf(overlay, shape),
    fields: inArms.map((field) => armField(field, shape, shapes)),
  }));
}

function casesOf(overlay: ArmsOverlay): Readonly<Record<string, CaseOverlay>> {
  if ("cases" in overlay) return overlay.cases;
  if ("field" in overlay) {
    const { field, onlyWith } = overlay;
    return {
      [`With${capital(field)}`]: { when: { [onlyWith.discriminant]: onlyWith.values } },
      [`Without${capital(field)}`]: { when: { [onlyWith.discriminant]: "others" }, forbids: [field] },
    };
  }
  const alternatives = "exactlyOne" in overlay ? overlay.exactlyOne : overlay.atLeastOne;
  return Object.fromEntries(
    alternatives.map((chosen) => {
      const others = alternatives.filter((name) => name !== chosen);
      const forbids = "exactlyOne" in overlay ? others : [];
      return [`With${capital(chosen)}`, { requires: [chosen], forbids }];
    }),
  );
}

function fieldsOf({ when = {}, requires = [], forbids = [], narrows = {} }: CaseOverlay): readonly string[] {
  return [...Object.keys(when), ...requires, ...forbids, ...Object.keys(narrows)];
}

function strangeValues({ when = {}, narrows = {} }: CaseOverlay, fields: readonly Field[]): readonly string[][] {
  return Object.entries({ ...when, ...narrows }).flatMap(([name, values]) => {
    const known = valuesOf(fields.find((field) => field.name === name));
    return values === "others" ? [] : values.filter((value) => !known.includes(value)).map((value) => [name, value]);
  });
}

function armField(field: Field, shape: CaseOverlay, shapes: readonly CaseOverlay[]): ArmField {
  const { name, required } = field;
  if (shape.forbids?.includes(name) === true) return { field, use: "forbidden" };
  if (shape.requires?.includes(name) === true) return { field, use: "required" };
  const use = required ? "required" : "optional";
  const narrowed = shape.narrows?.[name];
  if (narrowed !== undefined) return { field, use, values: narrowed };
  const chosen = shape.when?.[name];
  if (chosen === undefined) return { field, use };
  if (chosen !== "others")
    return { field, use: isUnsaid(field, chosen) ? use : "required", values: chosen, literal: true };
  const taken = shapes.flatMap(({ when }) => (when?.[name] === "others" ? [] : (when?.[name] ?? [])));
  const values = valuesOf(field).filter((value) => !taken.includes(value));
  return { field, use, values, literal: true };
}

/** Says whether the alternative of some values is also that of a field that is left out. */
function isUnsaid({ default: byDefault }: Field, values: readonly string[]): boolean {
  return typeof byDefault === "string" && values.includes(byDefault);
}

function valuesOf(field: Field | undefined): readonly string[] {
  return field?.node.type === "string" ? (field.node.enum ?? []).map(String) : [];
}

/** The end of the sentence that says which alternative it is. */
function noteOf(overlay: ArmsOverlay, { when = {}, requires = [], forbids = [] }: CaseOverlay): string {
  if (requires.length > 0) return `with ${listed(requires)}`;
  if (forbids.length > 0) return `that has no ${listed(forbids)}`;
  if ("field" in overlay) return `that may have \`${overlay.field}\``;
  const chosen = Object.entries(when).map(([name, values]) => `\`${name}\` ${listed([values].flat())}`);
  return `with ${chosen.join(" and ")}`;
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(" or ");
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
