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
    return rest.length === 0 ? value.toSpliced(index, 1) : value.with(index, withoutField(value[index], rest));
  }
  if (!isMap(value) || !Object.hasOwn(value, key)) return value;
  const { [key]: field, ...others } = value;
  return rest.length === 0 ? others : { ...value, [key]: withoutField(field, rest) };
}

/** Reads `spec.values.hosts[0]` as the keys that lead there; keys with dots stand in brackets and quotes. */
export function parsePath(path: string): readonly string[] {
  const keys: string[] = [];
  for (const match of path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)) {
    const [, quoted, index, plain] = match;
    keys.push(quoted === undefined ? (index ?? plain ?? "") : unquoted(quoted));
  }
  return keys;
}

/** Reads what stands between quotes as JSON does, in which such paths are printed. */
function unquoted(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}
