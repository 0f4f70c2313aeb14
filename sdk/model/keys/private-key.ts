import { openSshKey } from "./openssh-key.ts";
import { type PemBlock, pemBlocks } from "./pem.ts";
import { ecPrivateKey, type PublicKey, privateKeyInfo, rsaPrivateKey } from "./public-key.ts";

/** What can be seen of a private key. */
export type PrivateKey =
  | { readonly form: "openssh"; readonly isEncrypted: boolean; readonly type: string; readonly publicKey: Uint8Array }
  /** Nothing else can be seen of an encrypted one. */
  | {
      readonly form: "pem";
      readonly label: string;
      readonly isEncrypted: boolean;
      readonly publicKey?: PublicKey | undefined;
    };

/** Says whether the label of a block is that of a private key. */
export function isPrivateLabel(label: string): boolean {
  return label.endsWith("PRIVATE KEY");
}

/** Reads the first block of a text as a private key. `undefined` where it is none, or is broken. */
export function privateKey(text: string): PrivateKey | undefined {
  const [block] = pemBlocks(text);
  return block && privateKeyOf(block);
}

/** Reads a block as a private key. `undefined` where it is none, or is broken. */
export function privateKeyOf({ label, isEncrypted, bytes }: PemBlock): PrivateKey | undefined {
  if (label === "OPENSSH PRIVATE KEY") {
    const key = openSshKey(bytes);
    return key && { form: "openssh", ...key };
  }
  if (label === "ENCRYPTED PRIVATE KEY") return { form: "pem", label, isEncrypted: true };
  const read = READERS[label];
  if (!read) return undefined;
  if (isEncrypted) return { form: "pem", label, isEncrypted };
  const publicKey = read(bytes);
  return publicKey && { form: "pem", label, isEncrypted, publicKey };
}

const READERS: Readonly<Record<string, ((bytes: Uint8Array) => PublicKey | undefined) | undefined>> = {
  "PRIVATE KEY": privateKeyInfo,
  "RSA PRIVATE KEY": rsaPrivateKey,
  "EC PRIVATE KEY": (bytes) => ecPrivateKey(bytes),
  // Nobody makes them any more, and nothing is said of one.
  "DSA PRIVATE KEY": () => ({ type: "unknown", algorithm: "dsa" }),
};
