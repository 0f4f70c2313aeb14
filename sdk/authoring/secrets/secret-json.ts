import { frozenCopy, isFields, setField } from "../../model/copy.ts";
import { isDeferred } from "../../model/deferred.ts";
import { deriveSecret, isSecretValue, type SecretInput, type SecretValue } from "../../model/secret-value.ts";
import { isSubstitution, substitutionText } from "../../model/substitution.ts";

/** Characters that JSON leaves as they are within quotes, and that YAML reads as something else. */
const ODD = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

/** The text, in JSON, which is YAML too, of data with secrets and values that are known later in it. */
export function secretJson(data: object): SecretValue {
  const copied = frozenCopy(data);
  const parts: SecretInput[] = [];
  withLeaves(copied, (leaf) => parts.push(leaf));
  return deriveSecret(parts, (texts) => {
    let next = 0;
    const text = JSON.stringify(
      withLeaves(copied, () => texts[next++]),
      null,
      2,
    );
    return text.replaceAll(ODD, (odd) => `\\u${odd.charCodeAt(0).toString(16).padStart(4, "0")}`);
  });
}

/** The data with something else in the place of what is not known yet, in order. */
function withLeaves(value: unknown, replace: (leaf: SecretInput) => unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  // Anything that is known later is asked for its text.
  if (isDeferred(value)) return replace(value as SecretInput);
  if (isSecretValue(value)) return replace(value);
  if (isSubstitution(value)) return substitutionText(value);
  if (Array.isArray(value)) return value.map((item) => withLeaves(item, replace));
  if (!isFields(value)) return value;
  const fields: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value)) setField(fields, key, withLeaves(field, replace));
  return fields;
}
