import { isDeferred } from "../../model/deferred.ts";
import type { FieldPath } from "../../model/field-path.ts";
import { bytesOfBase64 } from "../../model/keys/base64.ts";
import { type ReadSecret, revealSecret, type SecretInput } from "../../model/secret-value.ts";
import { isSubstitution } from "../../model/substitution.ts";
import type { CompiledResource } from "../compiled.ts";

/** What is in a Secret, as the controllers read it. Texts are made when they are asked for, and not kept. */
export interface SecretContents {
  /** Its keys, in the author's order. */
  readonly keys: readonly string[];
  /** Whether other keys may be there that cannot be seen from here. */
  readonly isOpen: boolean;
  /** The text of a key; `undefined` where there is none, or where it cannot be known now. */
  text(key: string): string | undefined;
  /** Where a key stands. */
  path(key: string): FieldPath;
}

/** Gives what is in a Secret that the program makes. Without `read`, there are keys and no texts. */
export function secretContents(
  { manifest }: Pick<CompiledResource, "manifest">,
  read: ReadSecret | undefined,
): SecretContents {
  const [data, texts] = [manifest["data"], manifest["stringData"]].map(mapOf);
  const keys = [...new Set([...Object.keys(data ?? {}), ...Object.keys(texts ?? {})])];
  const isText = (key: string): boolean => texts !== undefined && Object.hasOwn(texts, key);
  return {
    keys,
    isOpen: [manifest["data"], manifest["stringData"]].some(
      (field) => field !== undefined && mapOf(field) === undefined,
    ),
    text(key) {
      // The API server lays stringData over data.
      if (isText(key)) return read && knownText(texts?.[key], read);
      const encoded = read && knownText(data?.[key], read);
      const bytes = encoded === undefined ? undefined : bytesOfBase64(encoded);
      return bytes && new TextDecoder().decode(bytes);
    },
    path: (key) => [isText(key) ? "stringData" : "data", key],
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
function knownText(value: unknown, read: ReadSecret): string | undefined {
  if (typeof value !== "string" && (typeof value !== "object" || value === null)) return undefined;
  // What is no secret, text or deferred value is unknown to the reader.
  const reading = revealSecret(value as SecretInput, read);
  return reading.type === "text" ? reading.text : undefined;
}
