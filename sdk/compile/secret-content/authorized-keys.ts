import { sshKeyType } from "../../model/keys/ssh-public-key.ts";
import type { KeyAbout, SecretProblem } from "./secret-problem.ts";

/** Reads public keys of SSH, one a line, as authorized_keys has them: options may stand in front. One that can be read is needed. */
export function checkAuthorizedKeys(text: string, { key }: KeyAbout): SecretProblem | undefined {
  const lines = text.split("\n").map((line) => line.trim());
  const keys = lines.filter((line) => line !== "" && !line.startsWith("#"));
  if (keys.some((line) => line.split(/\s+/).some((word) => sshKeyType(word) !== undefined))) return undefined;
  const isPrivate = text.includes("PRIVATE KEY-----");
  return {
    key,
    message: isPrivate ? "holds a private key, and no public one" : "holds no public key of SSH",
    hint: 'give the line of the file with ".pub" at its end: the type, and the key behind it',
  };
}
