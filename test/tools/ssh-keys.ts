import { generateKeyPairSync, type KeyObject } from "node:crypto";

/** A field as SSH writes it. */
export function sshField(value: Buffer | string): Buffer {
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** A number as SSH writes it, with a zero byte in front where its first bit is set. */
function sshNumber(base64url: string | undefined): Buffer {
  const bytes = Buffer.from(base64url ?? "", "base64url");
  return sshField((bytes[0] ?? 0) > 127 ? Buffer.concat([Buffer.of(0), bytes]) : bytes);
}

const CURVES: Readonly<Record<string, string>> = { "P-256": "nistp256", "P-384": "nistp384", "P-521": "nistp521" };

/** The blob of a public key, made with Node's crypto only. */
export function sshBlob(key: KeyObject): Buffer {
  const { kty, n, e, crv = "", x = "", y = "" } = key.export({ format: "jwk" });
  if (kty === "RSA") return Buffer.concat([sshField("ssh-rsa"), sshNumber(e), sshNumber(n)]);
  if (kty === "OKP") return Buffer.concat([sshField("ssh-ed25519"), sshField(Buffer.from(x, "base64url"))]);
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, "base64url"), Buffer.from(y, "base64url")]);
  return Buffer.concat([sshField(`ecdsa-sha2-${CURVES[crv]}`), sshField(CURVES[crv] ?? ""), sshField(point)]);
}

/** The type and the blob of a key, as they stand in a line of authorized_keys. */
export function sshPublicLine(key: KeyObject): string {
  const blob = sshBlob(key);
  return `${blob.subarray(4, 4 + blob.readUInt32BE()).toString()} ${blob.toString("base64")}`;
}

/** The line of a new key. */
export function newPublicLine(): string {
  return sshPublicLine(generateKeyPairSync("ed25519").publicKey);
}
