import type { DiagnosticCode } from "../../diagnostics/catalog.ts";
import type { KnownSecret } from "./known-secret.ts";

/** What is wrong with a Secret for what reads it. */
export interface SecretFinding {
  readonly code: Extract<DiagnosticCode, "secret/missing-key" | "secret/unfit-key" | "secret/wrong-type">;
  /** Goes on from the name of the Secret: `which has no key "identity"`. It holds no value. */
  readonly message: string;
  readonly hint: string;
  /** Default: an error, since the controller certainly refuses it. */
  readonly severity?: "warning" | undefined;
}

/** Says that keys are missing, where they surely are. */
export function missingKeys(secret: KnownSecret, wanted: readonly string[], reader: string): readonly SecretFinding[] {
  const missing = wanted.filter((key) => secret.lacks(key));
  if (missing.length === 0) return [];
  const found = secret.keys.map((key) => JSON.stringify(key)).join(", ");
  return [
    {
      code: "secret/missing-key",
      message: `which has no key ${listed(missing, "conjunction")}`,
      hint: `${reader} reads ${listed(wanted, "conjunction")}; the keys there are ${found}`,
    },
  ];
}

/** Names of keys in words: `"identity" and "known_hosts"`. */
export function listed(keys: readonly string[], type: "conjunction" | "disjunction"): string {
  return new Intl.ListFormat("en", { type }).format(keys.map((key) => JSON.stringify(key)));
}
