import { randomBytes } from "node:crypto";

const DATA_KEY_BYTES = 32;

/** Makes the key that a file's values are encrypted with. */
export function newDataKey(): Uint8Array {
  return Uint8Array.from(randomBytes(DATA_KEY_BYTES));
}
