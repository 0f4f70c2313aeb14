/** Says whether each item of a list is there once. */
export function isSet(items: readonly unknown[]): boolean {
  return new Set(items.map((item) => JSON.stringify(item))).size === items.length;
}

/** Says whether no two items of a list have the same values in some fields. */
export function isUniqueBy(...keys: readonly string[]): (items: readonly object[]) => boolean {
  return (items) =>
    isSet(items.map((item) => keys.map((key) => Object.entries(item).find(([name]) => name === key)?.[1])));
}
