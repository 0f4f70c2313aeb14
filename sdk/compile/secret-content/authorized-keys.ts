import { sshKeyType } from "../../model/keys/ssh-public-key.ts";
import type { KeyAbout, SecretProblem } from "./secret-problem.ts";

/** Reads public keys of SSH, one a line, as authorized_keys has them: options may stand in front. A line that is none fails all of them. */
export function checkAuthorizedKeys(text: string, { key }: KeyAbout): SecretProblem | undefined {
  const hint = 'give the line of the file with ".pub" at its end: the type, and the key behind it';
  if (text.includes("PRIVATE KEY-----")) return { key, message: "holds a private key, and no public one", hint };
  let isThere = false;
  for (const [index, line] of text.split("\n").entries()) {
    const words = line.trim().split(/\s+/);
    if (words[0] === "" || words[0]?.startsWith("#")) continue;
    if (!words.some((word) => sshKeyType(word) !== undefined)) {
      return { key, message: `has a line that is no public key of SSH: line ${index + 1}`, hint };
    }
    isThere = true;
  }
  return isThere ? undefined : { key, message: "holds no public key of SSH", hint };
}
