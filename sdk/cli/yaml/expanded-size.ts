/** Counts the values in data, those that an alias repeats as often as they stand there. Data that holds itself has no end. */
export function expandedSize(data: unknown): number {
  const known = new Map<object, number>();
  const sizeOf = (value: unknown): number => {
    if (typeof value !== "object" || value === null) return 1;
    const size = known.get(value);
    if (size !== undefined) return size;
    known.set(value, Number.POSITIVE_INFINITY);
    const total = Object.values(value).reduce((sum: number, field) => sum + sizeOf(field), 1);
    known.set(value, total);
    return total;
  };
  return sizeOf(data);
}
