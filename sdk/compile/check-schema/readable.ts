const MAX_VALUES = 1_000_000;

/** Says whether all of a value can be read. Getters and proxies run the author's code, and that may throw. */
export function isReadable(value: unknown): boolean {
  const seen = new Set<object>();
  const open: unknown[] = [value];
  try {
    while (open.length > 0) {
      const next = open.pop();
      if (typeof next !== "object" || next === null || seen.has(next)) continue;
      seen.add(next);
      if (seen.size > MAX_VALUES) return false;
      for (const key of Object.keys(next)) open.push(Reflect.get(next, key));
    }
    return true;
  } catch {
    return false;
  }
}
