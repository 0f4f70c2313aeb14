import { SshReader } from "./ssh-wire.ts";

/** What can be seen of a private key in OpenSSH's own form without its passphrase. */
export interface OpenSshKey {
  readonly isEncrypted: boolean;
  /** Its public key, as SSH writes it. */
  readonly publicKey: Uint8Array;
  /** The type of the key: `ssh-ed25519`. */
  readonly type: string;
}

const MAGIC = "openssh-key-v1\0";

/** Reads the content of an `OPENSSH PRIVATE KEY`. `undefined` where it is none, or holds several keys. */
export function openSshKey(bytes: Uint8Array): OpenSshKey | undefined {
  if (String.fromCharCode(...bytes.subarray(0, MAGIC.length)) !== MAGIC) return undefined;
  const reader = new SshReader(bytes.subarray(MAGIC.length));
  const cipher = reader.text();
  const derivation = reader.bytes();
  const options = reader.bytes();
  const count = reader.number();
  const publicKey = reader.bytes();
  const secret = reader.bytes();
  if (cipher === undefined || !derivation || !options || count !== 1 || !publicKey || !secret) return undefined;
  const type = new SshReader(publicKey).text();
  const isEncrypted = cipher !== "none";
  if (type === undefined || (!isEncrypted && !isIntact(secret, type))) return undefined;
  return { isEncrypted, publicKey, type };
}

/** A private part that is not encrypted begins with a number, the same number, and the type of the key. */
function isIntact(secret: Uint8Array, type: string): boolean {
  const reader = new SshReader(secret);
  const [first, second] = [reader.number(), reader.number()];
  return first === second && reader.text() === type;
}
