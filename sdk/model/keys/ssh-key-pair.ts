import { base64OfBytes } from "./base64.ts";
import { privateKey } from "./private-key.ts";
import type { PublicKey } from "./public-key.ts";
import { SshReader, sshFields } from "./ssh-wire.ts";

/** The names of curves by the identifiers of their objects. */
const CURVES: Readonly<Record<string, string | undefined>> = {
  "2a8648ce3d030107": "nistp256",
  "2b81040022": "nistp384",
  "2b81040023": "nistp521",
};

/**
 * The public key of a private one, as a line of authorized_keys without a comment. `undefined` where it cannot be seen: OpenSSH's own form
 * shows it of encrypted keys too, PEM does not.
 */
export function sshPublicKeyOf(text: string): string | undefined {
  const key = privateKey(text);
  const blob = key?.form === "openssh" ? key.publicKey : key?.publicKey && sshBlobOf(key.publicKey);
  if (!blob) return undefined;
  return `${new SshReader(blob).text()} ${base64OfBytes(blob)}`;
}

function sshBlobOf(key: PublicKey): Uint8Array | undefined {
  // Both formats write numbers with a zero byte in front where their first bit is set.
  if (key.type === "rsa") return sshFields("ssh-rsa", key.exponent, key.modulus);
  if (key.type === "ed25519") return sshFields("ssh-ed25519", key.key);
  const curve = key.type === "ec" ? CURVES[key.curve] : undefined;
  // SSH knows no points in the short form.
  if (key.type !== "ec" || curve === undefined || key.point[0] !== 4) return undefined;
  return sshFields(`ecdsa-sha2-${curve}`, curve, key.point);
}
