import { createHash } from "node:crypto";
import { bytesOf, type SopsScalar } from "./tree.ts";

/** What the code of a file begins with that covers encrypted values only: the SHA-256 of "sops". */
const ONLY_ENCRYPTED = createHash("sha256").update("sops").digest();

/** Computes the message authentication code of a file, value by value. Keys and comments are not part of it. */
export interface Mac {
  add(value: SopsScalar, isEncrypted: boolean): void;
  /** The code of what was added. Asked once. */
  text(): string;
}

/** Makes a code over all values, or over the encrypted ones only. */
export function startMac(onlyEncrypted: boolean): Mac {
  const hash = createHash("sha512");
  if (onlyEncrypted) hash.update(ONLY_ENCRYPTED);
  return {
    add(value, isEncrypted) {
      if (isEncrypted || !onlyEncrypted) hash.update(bytesOf(value));
    },
    text: () => hash.digest("hex").toUpperCase(),
  };
}
