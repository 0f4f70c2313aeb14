/** The keys of a path that stands behind a name: `image.tag`, `annotations["a.b/c"]`, `a\.b`, `hosts[0].host`. Indexes are passed over. */
export function keysOf(path: string): readonly string[] {
  const keys: string[] = [];
  for (const [, quoted, word] of path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[[^\]]*\]|((?:[^.[\\]|\\.)+)/g)) {
    const key = quoted ?? word;
    if (key !== undefined) keys.push(key.replaceAll(/\\(.)/g, "$1"));
  }
  return keys;
}

/** Prints keys so that {@link keysOf} reads them. */
export function printKeys(keys: readonly string[]): string {
  return keys
    .map((key, index) => {
      const isPlain = /^[^.[\]\\"'\s]+$/.test(key);
      if (!isPlain) return `[${JSON.stringify(key)}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join("");
}
