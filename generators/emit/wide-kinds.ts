import type { ObjectNode } from "../schema/schema-model.ts";
import { fitsProperty } from "./layout.ts";
import { sourceOf } from "./literal.ts";
import { kindsOf } from "./type-text.ts";

/** The kinds that fit a reference, when they are so many that they need a name. */
export function wideKinds({ name, reference }: ObjectNode): { name: string; members: readonly string[] } | undefined {
  if (reference === undefined || reference.kinds === "any") return undefined;
  if (fitsProperty("name", `RefTo<${kindsOf(reference)}>`)) return undefined;
  return { name: `${name}Target`, members: reference.kinds.map(sourceOf) };
}
