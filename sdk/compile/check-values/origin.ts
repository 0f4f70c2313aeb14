import { isPartialMap, type PartialValue } from "../../charts/partial-values.ts";
import type { ReleaseLayers, WrittenValues } from "./release-layers.ts";

/** A place in the values of a chart, key by key. */
export type ValuesPath = readonly (string | number)[];

/** Where a value was written. */
export interface Origin {
  readonly written: WrittenValues;
  /** What of the path stands there: all of it, or the nearest part. */
  readonly path: ValuesPath;
  /** Whether the value itself was written, and not only something around it. */
  readonly isExact: boolean;
}

/**
 * Finds where the value at a path was written: by whoever wins. What a dependency sees as global may be its parent's.
 *
 * @param value What it came to.
 */
export function originOf({ written }: ReleaseLayers, path: ValuesPath, value: PartialValue | undefined): Origin {
  const global = path.indexOf("global");
  const paths = global > 0 ? [path, path.slice(global)] : [path];
  const found = paths.flatMap((each) => written.map((one) => reach(one, each)));
  const exact = found.filter(({ isExact }) => isExact);
  const same = exact.find((origin) => isSame(valueAt(origin), value));
  const [own] = found;
  // Something is missing in the place where the rest was written.
  const nearest = found.reduce<Origin | undefined>(
    (best, next) => (best && best.path.length >= next.path.length ? best : next),
    own,
  );
  return same ?? exact[0] ?? nearest ?? { written: { values: {} }, path: [], isExact: false };
}

function reach(written: WrittenValues, path: ValuesPath): Origin {
  let value: PartialValue | undefined = written.values;
  for (const [depth, key] of path.entries()) {
    value = below(value, key);
    if (value === undefined) return { written, path: path.slice(0, depth), isExact: false };
  }
  return { written, path, isExact: true };
}

function valueAt({ written, path }: Origin): PartialValue | undefined {
  return path.reduce<PartialValue | undefined>(below, written.values);
}

/** What a value holds under a key. */
export function below(value: PartialValue | undefined, key: string | number): PartialValue | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isPartialMap(value) ? value[key] : undefined;
}

/** Maps are merged, so that each of them counts. */
function isSame(left: PartialValue | undefined, right: PartialValue | undefined): boolean {
  return left === right || (typeof left === "object" && typeof right === "object" && left !== null && right !== null);
}
