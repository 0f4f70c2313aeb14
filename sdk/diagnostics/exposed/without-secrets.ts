import { HIDDEN } from "../../model/secret-value.ts";
import { findExposed } from "./find-exposed.ts";
import { mayHoldSecret } from "./may-hold-secret.ts";
import { findUrlSecrets } from "./url-secrets.ts";

/** A text as it may be shown: with nothing in the place of the tokens, keys and passwords in it. */
export function withoutSecrets(text: string): string {
  if (!mayHoldSecret(text)) return text;
  let shown = "";
  let end = 0;
  const found = [...findExposed(text), ...findUrlSecrets(text)].sort((left, right) => left.start - right.start);
  for (const secret of found) {
    if (secret.start >= end) shown += text.slice(end, secret.start) + HIDDEN;
    end = Math.max(end, secret.end);
  }
  return shown + text.slice(end);
}
