import type { CompiledResource } from "../../compile/compiled.ts";
import { canonicalManifest } from "../../emit/manifest.ts";
import type { FieldPath } from "../../model/field-path.ts";
import { isSecretValue, type ReadSecret, revealSecret } from "../../model/secret-value.ts";
import { isSubstitution, substitutionText } from "../../model/substitution.ts";

/** A Secret with its values. Nothing may print it, and nothing keeps it. */
export interface Revealed {
  /** Plain data, in canonical order. A value that is absent is an empty text. */
  readonly manifest: object;
  readonly absent: readonly AbsentValue[];
}

/** A value that could not be read. */
export interface AbsentValue {
  readonly path: FieldPath;
  /** Names what is missing: `environment variable "TOKEN" is not set`. */
  readonly reason: string;
}

/** What stands in for an absent value, if anything. */
type Stand = (path: FieldPath) => string | undefined;

/** Reads the values of a Secret. */
export function revealManifest(
  resource: Pick<CompiledResource, "manifest" | "definition">,
  read: ReadSecret,
  stand: Stand = () => undefined,
): Revealed {
  const absent: AbsentValue[] = [];
  const plain = (value: unknown, path: FieldPath): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (isSecretValue(value)) {
      const reading = revealSecret(value, read);
      if (reading.type === "text") return reading.text;
      const other = stand(path);
      if (other !== undefined) return other;
      const reason = reading.type === "absent" ? reading.reason : "a part of it is filled in by Flux, or known later";
      absent.push({ path, reason });
      return "";
    }
    if (isSubstitution(value)) return substitutionText(value);
    if (Array.isArray(value)) return value.map((item: unknown, index) => plain(item, [...path, index]));
    const entries = Object.entries(value).filter(([, field]) => field !== undefined);
    return Object.fromEntries(entries.map(([key, field]) => [key, plain(field, [...path, key])]));
  };
  const entries = Object.entries(canonicalManifest(resource)).filter(([, field]) => field !== undefined);
  return { manifest: Object.fromEntries(entries.map(([key, field]) => [key, plain(field, [key])])), absent };
}

/** The text at a path of plain data. */
export function textAt(data: unknown, path: FieldPath): string | undefined {
  const found = path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    data,
  );
  return typeof found === "string" ? found : undefined;
}
