import type { Explanations } from "./explanation.ts";

/** Why each `secret/…` is a rule, and what it looks like. */
export const SECRET: Explanations<"secret"> = {
  "secret/file-mismatch": {
    why: "References were linked to a name and namespace that the file does not have.",
  },
  "secret/not-encrypted": {
    why: "Copying a file whose values are readable would publish them.",
  },
  "secret/plaintext": {
    why: "What is committed to Git can be read for ever by everyone who can read the repository.",
  },
  "secret/undecrypted": {
    why: "Without decryption Flux refuses it, or applies the encrypted text and reports that all is well.",
  },
};
