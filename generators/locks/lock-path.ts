/**
 * How a place in a schema is written: `spec.include[].repository.name`. `[]` are the items of a list, `{}` the values of a map,
 * and a field whose name holds other characters stands in brackets: `spec["a.b"]`. The root is the empty text.
 */
export type LockPath = string;

/** The last step to a place. */
export type LockStep =
  | { readonly type: "field"; readonly name: string }
  | { readonly type: "items" }
  | { readonly type: "values" };

const PLAIN_NAME = /^[A-Za-z_$][A-Za-z0-9_$-]*$/;
const QUOTED_STEP = /^(.*)\[("(?:[^"\\]|\\.)*")\]$/s;

/** The place of a field. */
export function fieldAt(parent: LockPath, name: string): LockPath {
  if (!PLAIN_NAME.test(name)) return `${parent}[${JSON.stringify(name)}]`;
  return parent === "" ? name : `${parent}.${name}`;
}

/** The place of a list's items. */
export function itemsAt(parent: LockPath): LockPath {
  return `${parent}[]`;
}

/** The place of a map's values. */
export function valuesAt(parent: LockPath): LockPath {
  return `${parent}{}`;
}

/** Takes the last step off a place. The root has none. */
export function splitLockPath(path: LockPath): { readonly parent: LockPath; readonly step: LockStep } {
  if (path.endsWith("[]")) return { parent: path.slice(0, -2), step: { type: "items" } };
  if (path.endsWith("{}")) return { parent: path.slice(0, -2), step: { type: "values" } };
  const quoted = QUOTED_STEP.exec(path);
  if (quoted?.[1] !== undefined && quoted[2] !== undefined) {
    return { parent: quoted[1], step: { type: "field", name: String(JSON.parse(quoted[2])) } };
  }
  const dot = path.lastIndexOf(".");
  return { parent: path.slice(0, Math.max(dot, 0)), step: { type: "field", name: path.slice(dot + 1) } };
}
