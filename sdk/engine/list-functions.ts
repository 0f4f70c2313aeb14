import { CelFailure, Unsure } from "./stops.ts";

type Comparable = bigint | number | string | boolean;

/** Functions on lists that the API server has and cel-js has not. */
export const LIST_FUNCTIONS: Readonly<Record<string, (...parameters: never[]) => unknown>> = {
  "list.isSorted(): bool": (list: readonly unknown[]) => pairs(list).every(([left, right]) => left <= right),
  "list.sum(): dyn": sum,
  "list.min(): dyn": (list: readonly unknown[]) => extreme(list, (left, right) => left < right),
  "list.max(): dyn": (list: readonly unknown[]) => extreme(list, (left, right) => left > right),
  "SetsNamespace.contains(list, list): bool": (_sets: unknown, left: readonly unknown[], right: readonly unknown[]) =>
    containsAll(left, right),
  "SetsNamespace.equivalent(list, list): bool": (_sets: unknown, left: readonly unknown[], right: readonly unknown[]) =>
    containsAll(left, right) && containsAll(right, left),
  "SetsNamespace.intersects(list, list): bool": (_sets: unknown, left: readonly unknown[], right: readonly unknown[]) =>
    right.some((item) => scalars(left).includes(scalar(item))),
};

function sum(list: readonly unknown[]): unknown {
  if (list.length === 0) return 0n;
  if (list.every((item) => typeof item === "bigint")) return list.reduce((total, item) => total + item, 0n);
  if (list.every((item) => typeof item === "number")) return list.reduce((total, item) => total + item, 0);
  throw new Unsure("the sum of a list");
}

function extreme(list: readonly unknown[], isBetter: (left: Comparable, right: Comparable) => boolean): unknown {
  if (list.length === 0) throw new CelFailure("the list is empty");
  return scalars(list).reduce((best, item) => (isBetter(item, best) ? item : best));
}

function pairs(list: readonly unknown[]): readonly (readonly [Comparable, Comparable])[] {
  const items = scalars(list);
  return items.slice(1).flatMap((right, index) => {
    const left = items[index];
    return left === undefined ? [] : [[left, right] as const];
  });
}

function containsAll(list: readonly unknown[], items: readonly unknown[]): boolean {
  const known = new Set(scalars(list));
  return items.every((item) => known.has(scalar(item)));
}

function scalars(list: readonly unknown[]): readonly Comparable[] {
  return list.map(scalar);
}

/** What can be compared for certain: texts only in letters that JavaScript and Go order alike. */
function scalar(value: unknown): Comparable {
  switch (typeof value) {
    case "bigint":
    case "number":
    case "boolean":
      return value;
    case "string":
      if (!/[\ud800-\udfff]/.test(value)) return value;
      break;
    default:
      break;
  }
  throw new Unsure("a comparison");
}
