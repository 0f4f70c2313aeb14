import { isDeferred } from "../../model/deferred.ts";
import type { FieldPath } from "../../model/field-path.ts";
import { bytesOfBase64 } from "../../model/keys/base64.ts";
import { type ReadSecret, revealSecret, type SecretInput } from "../../model/secret-value.ts";
import { isSubstitution } from "../../model/substitution.ts";
import type { CompiledResource } from "../compiled.ts";
import { isWrittenByOthers } from "../written-by-others.ts";

/** What is in a Secret, as the controllers read it. Texts are made when they are asked for, and not kept. */
export interface SecretContents {
  /** Its keys, in the author's order. */
  readonly keys: readonly string[];
  /** Whether other keys may be there that cannot be seen from here. */
  readonly isOpen: boolean;
  /** The text of a key; `undefined` where there is none, or where it cannot be known now. */
  text(key: string): string | undefined;
  /** What stands under `data` for a key, and is not replaced by a text; `undefined` where there is none, or where it cannot be known now. */
  encoded(key: string): string | undefined;
  /** Where a key stands, or would stand. */
  path(key: string): FieldPath;
}

/**
 * Gives what is in a Secret that the program makes. Without `read`, secret values have no texts.
 *
 * @param maySubstitute Whether Flux may replace variables in it, so that a text with one is not known.
 */
export function secretContents(
  { manifest }: Pick<CompiledResource, "manifest">,
  read: ReadSecret | undefined,
  maySubstitute = false,
): SecretContents {
  const fields = [manifest["data"], manifest["stringData"]];
  const [data = {}, texts = {}] = fields.map(mapOf);
  const isText = (key: string): boolean => Object.hasOwn(texts, key);
  const isData = (key: string): boolean => Object.hasOwn(data, key) && !isText(key);
  const known = (value: unknown): string | undefined => {
    const text = knownText(value, read);
    return maySubstitute && text?.includes("${") ? undefined : text;
  };
  const encoded = (key: string): string | undefined => (isData(key) ? known(data[key]) : undefined);
  return {
    keys: [...new Set([...Object.keys(data), ...Object.keys(texts)])],
    isOpen:
      isWrittenByOthers(manifest.metadata["annotations"]) ||
      fields.some((field) => field !== undefined && mapOf(field) === undefined),
    encoded,
    text(key) {
      // The API server lays stringData over data.
      if (isText(key)) return known(texts[key]);
      const bytes = bytesOfBase64(encoded(key) ?? "-");
      return bytes && new TextDecoder().decode(bytes);
    },
    path: (key) => [isData(key) ? "data" : "stringData", key],
  };
}

function mapOf(field: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof field !== "object" || field === null || Array.isArray(field)) return undefined;
  // Every property of a deferred value seems to exist.
  if (isDeferred(field) || isSubstitution(field)) return undefined;
  // What is left is a map of keys.
  return field as Readonly<Record<string, unknown>>;
}

/** The text of a value, if it is there and nothing of it is filled in later. */
function knownText(value: unknown, read: ReadSecret | undefined): string | undefined {
  if (typeof value === "string") return value;
  if (!read || typeof value !== "object" || value === null) return undefined;
  // What is no secret and no deferred value is unknown to the reader.
  const reading = revealSecret(value as SecretInput, read);
  return reading.type === "text" ? reading.text : undefined;
}
