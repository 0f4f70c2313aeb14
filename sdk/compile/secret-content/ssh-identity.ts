import { pemBlocks } from "../../model/keys/pem.ts";
import { privateKeyOf } from "../../model/keys/private-key.ts";
import { pemTrouble } from "./pem-trouble.ts";
import type { SecretProblem } from "./secret-problem.ts";

/** What is known of an SSH private key beside its key. */
export interface SshIdentityAbout {
  readonly key: string;
  /** Whether there is a passphrase for it; `undefined` where that is not known. */
  readonly hasPassword?: boolean | undefined;
}

const WANTED = "a private key as ssh-keygen makes it, in OpenSSH's form or in PEM";

/** Reads an SSH private key as Go's SSH library does, which sees the first block of PEM and nothing else. */
export function checkSshIdentity(text: string, { key, hasPassword }: SshIdentityAbout): SecretProblem | undefined {
  const [block] = pemBlocks(text);
  if (!block) return { key, ...(otherForm(text) ?? pemTrouble(text, WANTED)) };
  if (!block.label.endsWith("PRIVATE KEY")) {
    return { key, message: "holds a block of PEM that is no private key", hint: `give ${WANTED}` };
  }
  if (block.label === "ENCRYPTED PRIVATE KEY") {
    return {
      key,
      message: "is encrypted in a form (PKCS #8) that Flux cannot read, with or without a password",
      hint: "write a copy in OpenSSH's form: ssh-keygen -p -f FILE",
    };
  }
  const found = privateKeyOf(block);
  if (!found)
    return { key, message: "holds a private key that cannot be read", hint: `give ${WANTED}, all of its lines` };
  if (found.form === "openssh" && found.type.startsWith("sk-")) {
    return {
      key,
      message: "is the key of a hardware token, which Flux cannot touch",
      hint: "make a key for Flux alone: ssh-keygen -t ed25519 -f flux",
    };
  }
  if (!found.isEncrypted || hasPassword !== false) return undefined;
  return {
    key,
    message: "is encrypted, and there is no password for it",
    hint: 'give its passphrase under "password", or make a key without one for Flux alone',
  };
}

function otherForm(text: string): Pick<SecretProblem, "message" | "hint"> | undefined {
  if (/^\s*(?:ssh-|ecdsa-|sk-)[\w@.-]+ AAAA/.test(text)) {
    return { message: "is a public key", hint: 'give the private key: the file without ".pub" at its end' };
  }
  if (text.startsWith("PuTTY-User-Key-File")) {
    return {
      message: "is a key in PuTTY's form",
      hint: "export it in OpenSSH's form: puttygen FILE -O private-openssh -o OTHER",
    };
  }
  return undefined;
}
