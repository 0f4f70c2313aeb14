import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { pem } from "./certificate.ts";

/** A field as SSH writes it. */
function sshField(value: Buffer | string): Buffer {
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
function sshBlob(key: KeyObject): Buffer {
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

/** A private key in OpenSSH's own form. Nothing can be read of the secret part of an encrypted one, so noise does for it. */
export function openSshKey(
  key: KeyObject,
  { isEncrypted = false, type }: { isEncrypted?: boolean; type?: string } = {},
): string {
  const blob = type === undefined ? sshBlob(key) : Buffer.concat([sshField(type), sshField("point"), sshField("ssh:")]);
  const check = Buffer.from("01020304", "hex");
  const name = blob.subarray(0, 4 + blob.readUInt32BE());
  const secret = isEncrypted ? Buffer.alloc(64, 7) : Buffer.concat([check, check, name, Buffer.alloc(64)]);
  const [cipher, derivation] = isEncrypted ? ["aes256-ctr", "bcrypt"] : ["none", "none"];
  const fields = [
    sshField(cipher),
    sshField(derivation),
    sshField(""),
    Buffer.of(0, 0, 0, 1),
    sshField(blob),
    sshField(secret),
  ];
  return pem("OPENSSH PRIVATE KEY", Buffer.concat([Buffer.from("openssh-key-v1\0"), ...fields]));
}
