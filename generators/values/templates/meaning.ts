/** What an expression of a template may come to. */
export interface Meaning {
  /** Values of the chart, at these paths. */
  readonly paths: readonly (readonly string[])[];
  /** What every template begins with, which has `.Values`. */
  readonly isRoot?: true | undefined;
  /** A text that stands in the template. */
  readonly text?: string | undefined;
  /** What a `dict` or a `list` was made of, by key. */
  readonly parts?: ReadonlyMap<string, Meaning> | undefined;
}

/** Nothing that has to do with values. */
export const UNKNOWN: Meaning = { paths: [] };

/** What every template begins with. */
export const ROOT: Meaning = { paths: [], isRoot: true };

/** One of two meanings, nobody knows which. */
export function joined(a: Meaning, b: Meaning): Meaning {
  if (a === UNKNOWN) return b;
  if (b === UNKNOWN) return a;
  const parts = new Map(a.parts);
  for (const [key, part] of b.parts ?? []) parts.set(key, joined(parts.get(key) ?? UNKNOWN, part));
  return { paths: [...a.paths, ...b.paths], isRoot: a.isRoot ?? b.isRoot, ...(parts.size === 0 ? {} : { parts }) };
}

/** What stands at keys below. Paths of values that are met on the way are reported. */
export function below(meaning: Meaning, keys: readonly string[], read: (path: readonly string[]) => void): Meaning {
  const [first, ...others] = keys;
  if (first === undefined) return meaning;
  const paths = meaning.paths.map((path) => [...path, ...keys]);
  if (meaning.isRoot && first === "Values") paths.push(others);
  for (const path of paths) if (path.length > 0) read(path);
  const part = meaning.parts?.get(first);
  const found: Meaning = paths.length === 0 ? UNKNOWN : { paths };
  return part === undefined ? found : joined(found, below(part, others, read));
}

/** All paths of values that are in a meaning. */
export function pathsOf({ paths, parts }: Meaning): readonly (readonly string[])[] {
  return parts === undefined ? paths : [...paths, ...[...parts.values()].flatMap(pathsOf)];
}

/** Says whether all values can be had from a meaning. */
export function hasRoot({ isRoot, parts }: Meaning): boolean {
  return isRoot === true || (parts !== undefined && [...parts.values()].some(hasRoot));
}

/** Tells meanings apart. */
export function meaningKey({ paths, isRoot, text, parts }: Meaning): string {
  const inner = parts && [...parts].map(([key, part]) => [key, meaningKey(part)]);
  return JSON.stringify([paths, isRoot, text, inner]);
}
