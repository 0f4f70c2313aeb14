import type { Walk } from "./walk.ts";

interface Counted {
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly minProperties?: number | undefined;
  readonly maxProperties?: number | undefined;
}

/** Makes the check of how many items or fields there are. `undefined` where any number will do. */
export function countCheck(
  { minItems, maxItems, minProperties, maxProperties }: Counted,
  what: "item" | "field",
): ((count: number, value: unknown, walk: Walk) => void) | undefined {
  const [least = 0, most = Number.POSITIVE_INFINITY] =
    what === "item" ? [minItems, maxItems] : [minProperties, maxProperties];
  if (least === 0 && most === Number.POSITIVE_INFINITY) return undefined;
  const counted = (count: number): string => (count === 1 ? `1 ${what}` : `${count} ${what}s`);
  return (count, value, walk) => {
    if (count > most) {
      const says = `has ${counted(count)}, which is too many`;
      walk.fail(value, { code: "schema/count", says, hint: `write at most ${counted(most)}`, blocking: true });
    } else if (count < least) {
      const says = count === 0 ? `has no ${what}s` : `has ${counted(count)}, which is too few`;
      walk.fail(value, { code: "schema/count", says, hint: `write at least ${counted(least)}` });
    }
  };
}
