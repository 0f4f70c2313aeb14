import { isDeferred } from "../../model/deferred.ts";
import type { FieldPath } from "../../model/field-path.ts";
import { isMap } from "../values.ts";

/** Fields of an object that refers to a Secret, as far as they are known before it is applied. */
export interface Fields {
  /** Says whether these fields are what the controller will see: texts that are there, or fields that are not. */
  knows(...names: readonly string[]): boolean;
  /** The text of a field; `undefined` where there is none, or where it is not known. */
  text(name: string): string | undefined;
  /** Says whether a field is, or may be, true. */
  isTrue(name: string): boolean;
}

/**
 * Gives fields of a manifest.
 *
 * @param value What stands at `path`.
 * @param mayBePatched Says whether something changes a field before it is applied.
 */
export function fieldsOf(value: unknown, path: FieldPath, mayBePatched: (path: FieldPath) => boolean): Fields {
  const fields = isKnownMap(value) ? value : undefined;
  const isAbsent = value === undefined || value === null;
  return {
    knows: (...names) =>
      (isAbsent || fields !== undefined) &&
      names.every((name) => isKnown(fields?.[name]) && !mayBePatched([...path, name])),
    text(name) {
      const found = fields?.[name];
      return typeof found === "string" ? found : undefined;
    },
    isTrue(name) {
      const found = fields?.[name];
      return fields === undefined ? !isAbsent : found !== undefined && found !== null && found !== false;
    },
  };
}

function isKnownMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return isMap(value) && !isDeferred(value);
}

/** A text with a variable in it is filled in by Flux. */
function isKnown(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === "string" && !value.includes("${");
}
