import { setField } from "../model/copy.ts";
import { isMap } from "./values.ts";

/** Merges a change into a value: maps deeply, everything else replaced. `undefined` changes nothing, `null` is a value. */
export function mergeDeep(value: unknown, change: unknown): unknown {
  if (change === undefined) return value;
  if (!isMap(value) || !isMap(change)) return change;
  const merged: Record<string, unknown> = { ...value };
  for (const key of Object.keys(change)) setField(merged, key, mergeDeep(value[key], change[key]));
  return merged;
}

/** A value without the field at a path; the value itself when there is no such field. */
export function withoutField(value: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(value)) {
    const index = Number(key);
    if (!Number.isInteger(index) || index < 0 || index >= value.length) return value;
    if (rest.length === 0) return value.toSpliced(index, 1);
    const item = withoutField(value[index], rest);
    return item === value[index] ? value : value.with(index, item);
  }
  if (!isMap(value) || !Object.hasOwn(value, key)) return value;
  const { [key]: field, ...others } = value;
  if (rest.length === 0) return others;
  const inner = withoutField(field, rest);
  return inner === field ? value : { ...value, [key]: inner };
}

/** A key in brackets and quotes, an index in brackets, or a plain key: behind a dot unless it is the first. */
const PATH_PART = /\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|(\.?)([^.[\]]+)/y;

/**
 * Reads `spec.values.hosts[0]` as the keys that lead there; keys with dots stand in brackets and quotes. `undefined` for what is
 * no path.
 */
export function parsePath(path: string): readonly string[] | undefined {
  const keys: string[] = [];
  // A program without types may have given anything.
  if (typeof path !== "string") return undefined;
  PATH_PART.lastIndex = 0;
  while (PATH_PART.lastIndex < path.length) {
    const [whole, quoted, index, dot, plain] = PATH_PART.exec(path) ?? [];
    if (whole === undefined || (plain !== undefined && (dot === "") !== (keys.length === 0))) return undefined;
    const key = quoted === undefined ? (index ?? plain) : unquoted(quoted);
    if (key === undefined) return undefined;
    keys.push(key);
  }
  return keys.length > 0 ? keys : undefined;
}

/** Reads what stands between quotes as JSON does, in which such paths are printed. */
function unquoted(text: string): string | undefined {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return undefined;
  }
}
