import type { ArmsOverlay } from "../overlays/overlay.ts";
import type { Arms, Field } from "./schema-model.ts";

/** Reads the alternatives of an object. `unmatched` takes what the object does not have, and why it must. */
export function readArms(
  overlay: ArmsOverlay,
  fields: readonly Field[],
  unmatched: (entry: string, why: string) => void,
): Arms | undefined {
  const known = new Map(fields.map((field) => [field.name, field.node]));
  const arms: Arms =
    "exactlyOne" in overlay
      ? { type: "exactly-one", fields: overlay.exactlyOne }
      : { type: "only-with", field: overlay.field, ...overlay.onlyWith };
  const missing = (arms.type === "exactly-one" ? arms.fields : [arms.field, arms.discriminant]).filter(
    (name) => !known.has(name),
  );
  for (const name of missing) unmatched(`alternatives by "${name}"`, "no such field is there");
  if (missing.length > 0) return undefined;
  if (arms.type === "exactly-one") return arms;
  const discriminant = known.get(arms.discriminant);
  const values = discriminant?.type === "string" ? (discriminant.enum ?? []) : [];
  const strange = arms.values.filter((value) => !values.includes(value));
  for (const value of strange) unmatched(`alternatives by "${value}"`, `"${arms.discriminant}" has no such value`);
  return strange.length > 0 ? undefined : arms;
}
