import { type KeyObject, sign } from "node:crypto";

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  if (content.length < 0x80) return Buffer.concat([Buffer.of(tag, content.length), content]);
  return Buffer.concat([Buffer.of(tag, 0x82, content.length >> 8, content.length & 0xff), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const identifier = (hex: string): Buffer => der(0x06, Buffer.from(hex, "hex"));
const number = (value: number): Buffer => der(0x02, Buffer.of(value));

/** SHA-256 with ECDSA. */
const SIGNATURE = sequence(identifier("2a8648ce3d040302"));
const NAME = sequence(der(0x31, sequence(identifier("550403"), der(0x0c, Buffer.from("flux")))));
const VALIDITY = sequence(der(0x17, Buffer.from("260101000000Z")), der(0x17, Buffer.from("460101000000Z")));

/** A certificate in PEM for a public key, signed by a key of a curve. */
export function certificate(publicKey: KeyObject, signer: KeyObject): string {
  const key = publicKey.export({ format: "der", type: "spki" });
  const signed = sequence(der(0xa0, number(2)), number(1), SIGNATURE, NAME, VALIDITY, NAME, key);
  const signature = der(0x03, Buffer.of(0), sign("sha256", signed, signer));
  return pem("CERTIFICATE", sequence(signed, SIGNATURE, signature));
}

/** A block of PEM. */
export function pem(label: string, bytes: Buffer): string {
  const lines = bytes.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}
