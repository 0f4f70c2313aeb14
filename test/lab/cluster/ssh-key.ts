import { generateKeyPairSync, type KeyObject } from "node:crypto";

/** A key pair of a Git client. */
export interface SshKey {
  /** In PEM. */
  readonly privateKey: string;
  /** A line of an authorized_keys file. */
  readonly publicKey: string;
}

/** Makes a key pair on the curve P-256. */
export function newSshKey(): SshKey {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  return {
    privateKey: String(privateKey.export({ type: "sec1", format: "pem" })),
    publicKey: openSshPublicKey(publicKey),
  };
}

/** Writes a public key on the curve P-256 as OpenSSH does (RFC 5656). */
export function openSshPublicKey(key: KeyObject): string {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, "base64url"), Buffer.from(y, "base64url")]);
  const type = "ecdsa-sha2-nistp256";
  const blob = Buffer.concat([Buffer.from(type), Buffer.from("nistp256"), point].map(withLength));
  return `${type} ${blob.toString("base64")}`;
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
