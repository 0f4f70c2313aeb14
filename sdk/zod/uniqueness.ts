/** Says whether no two items of a list have the same values in some fields; without fields, whether no two are the same. */
export function isUniqueBy(...keys: readonly string[]): (items: readonly unknown[]) => boolean {
  return (items) => new Set(items.map((item) => JSON.stringify(keyOf(item, keys)))).size === items.length;
}

function keyOf(item: unknown, keys: readonly string[]): unknown {
  if (keys.length === 0 || typeof item !== "object" || item === null) return item;
  const fields = new Map<string, unknown>(Object.entries(item));
  return keys.map((key) => fields.get(key));
}
