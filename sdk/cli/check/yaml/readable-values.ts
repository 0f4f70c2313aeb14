import type { FieldPath } from "../../../model/field-path.ts";
import { bytesOfBase64 } from "../../../model/keys/base64.ts";
import { isPlaceholder } from "./placeholders.ts";
import { isPublicText } from "./public-text.ts";

/** References that another tool follows before the object is applied, and parts that a person fills in. */
const STANDS_FOR_ANOTHER =
  /^(?:op|bw|keeper|akeyless|secretref|ref\+\w+|secretref\+\w+|gcpsm|awssm|azkv):\/\/|^(?:vault|arn:aws:secretsmanager):|^<[^<>\n]*>$/;
const TO_BE_FILLED_IN =
  /^(?:change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this)|your[-_ ][-_ \w]*|to[-_ ]?do|placeholder|redacted|\*+SOPS\*+|\*+|x{3,}|\.{3}|…)$/i;

/** A value of a Secret that anybody can read who can read its file. */
export interface ReadableValue {
  readonly path: FieldPath;
  /** It is a file of settings in which nothing is called like a secret. */
  readonly isHarmless: boolean;
}

/** The values of a Secret that anybody can read, where that is certain. */
export function readableValues(
  object: Readonly<Record<string, unknown>>,
  secretFields: readonly string[],
): readonly ReadableValue[] {
  return secretFields.flatMap((field) => {
    const map = object[field];
    if (typeof map !== "object" || map === null || Array.isArray(map)) return [];
    return Object.entries(map).flatMap(([key, value]) => {
      const text = readableText(key, value, field === "data");
      return text === undefined ? [] : [{ path: [field, key], isHarmless: isHarmless(key, text) }];
    });
  });
}

function readableText(key: string, value: unknown, isEncoded: boolean): string | undefined {
  // Numbers and booleans there are refused by the API server, and can be read all the same.
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "string" || isStandIn(value)) return undefined;
  const text = isEncoded ? decoded(value) : value;
  return isStandIn(text) || isPublicText(key, text) ? undefined : text;
}

const CALLED_LIKE_A_SECRET =
  /pass|pwd|secret|token|key|cred|auth|private|bearer|cookie|session|salt|dsn|:\/\/[^\s/]*@/i;

const SETTINGS = /\.(?:ya?ml|json|toml|ini|conf|cfg|config|properties|xml|hcl)$/;

function isHarmless(key: string, text: string): boolean {
  return (
    SETTINGS.test(key) &&
    text.trim().includes("\n") &&
    !CALLED_LIKE_A_SECRET.test(key) &&
    !CALLED_LIKE_A_SECRET.test(text)
  );
}

/** Says of the name of a value whether people call secrets so. */
export function isCalledLikeSecret(name: string): boolean {
  return CALLED_LIKE_A_SECRET.test(name);
}

/** What is no base64 is the value itself, put into the wrong field. */
function decoded(value: string): string {
  const bytes = bytesOfBase64(value);
  return bytes === undefined ? value : new TextDecoder().decode(bytes);
}

function isStandIn(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === "" || isPlaceholder(text) || STANDS_FOR_ANOTHER.test(trimmed) || TO_BE_FILLED_IN.test(trimmed);
}
