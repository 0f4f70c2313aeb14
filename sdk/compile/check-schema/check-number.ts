import type { LeafSchema } from "../../model/schema.ts";
import type { Walk } from "./walk.ts";

type Bounds = Pick<
  LeafSchema,
  "format" | "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" | "type"
>;

/** One thing that a number may have to be. */
interface Bound {
  holds(value: number): boolean;
  /** What has to be written: `write a number of at most 5`. */
  readonly hint: string;
}

const INT32 = 2 ** 31;
const LARGEST_FLOAT = 3.4028234663852886e38;

/** Says whether a number is one that the API server reads as a whole one: 64 bits, and no fraction. */
export function isInteger(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 63;
}

/** Makes the check of a number's range. `undefined` where any will do. */
export function numberCheck(schema: Bounds): ((value: number, walk: Walk) => void) | undefined {
  const bounds = boundsOf(schema);
  if (bounds.length === 0) return undefined;
  return (value, walk) => {
    for (const { holds, hint } of bounds) {
      if (!holds(value))
        walk.fail(value, { code: "schema/bound", says: `is ${value}, which is out of its bounds`, hint });
    }
  };
}

function boundsOf(schema: Bounds): readonly Bound[] {
  const { format, minimum, maximum, multipleOf, type } = schema;
  const bounds: Bound[] = [];
  if (type === "integer" && format === "int32") {
    bounds.push({
      holds: (value) => value >= -INT32 && value < INT32,
      hint: `write a number from ${-INT32} to ${INT32 - 1}`,
    });
  }
  if (type === "number" && format === "float") {
    bounds.push({
      holds: (value) => Math.abs(value) <= LARGEST_FLOAT,
      hint: "write a smaller number: it has to fit in 32 bits",
    });
  }
  if (minimum !== undefined) {
    bounds.push(
      schema.exclusiveMinimum
        ? { holds: (value) => value > asFor(value, minimum), hint: `write a number greater than ${minimum}` }
        : { holds: (value) => value >= asFor(value, minimum), hint: `write a number of at least ${minimum}` },
    );
  }
  if (maximum !== undefined) {
    bounds.push(
      schema.exclusiveMaximum
        ? { holds: (value) => value < asFor(value, maximum), hint: `write a number less than ${maximum}` }
        : { holds: (value) => value <= asFor(value, maximum), hint: `write a number of at most ${maximum}` },
    );
  }
  if (multipleOf !== undefined) {
    bounds.push({ holds: (value) => isMultiple(value, multipleOf), hint: `write a multiple of ${multipleOf}` });
  }
  return bounds;
}

/** The API server compares whole numbers with whole ones, and takes the fraction off what it compares with. */
function asFor(value: number, bound: number): number {
  return Number.isInteger(value) ? Math.trunc(bound) : bound;
}

/** As the API server computes it: what rounding leaves over is forgiven. No whole number is a multiple of a part of one. */
function isMultiple(value: number, factor: number): boolean {
  const unit = asFor(value, factor);
  if (Number.isInteger(value)) return unit > 0 && value % unit === 0;
  const times = unit < 1 ? (1 / unit) * value : value / unit;
  if (Number.isInteger(times)) return true;
  const whole = Math.trunc(times);
  return whole !== 0 && Math.abs(times - whole) / (Math.abs(times) + Math.abs(whole)) < 1e-9;
}
