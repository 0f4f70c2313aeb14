/** Says whether a pattern fits a key; `undefined` where that cannot be told, as with what only other languages know. */
export function fitsPattern(pattern: string, key: string): boolean | undefined {
  try {
    return new RegExp(pattern, "u").test(key);
  } catch {
    return undefined;
  }
}
