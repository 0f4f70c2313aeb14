import { type DerValue, derBits, derSequence, derValues } from "./der.ts";

/** A public key, in the bytes that all formats have in common. */
export type PublicKey =
  | { readonly type: "rsa"; readonly modulus: Uint8Array; readonly exponent: Uint8Array }
  /** The curve is the identifier of its object, in hexadecimal digits. */
  | { readonly type: "ec"; readonly curve: string; readonly point: Uint8Array }
  | { readonly type: "ed25519"; readonly key: Uint8Array }
  /** It is a key, and more is not known of it: another algorithm, or a private key without its public one. */
  | { readonly type: "unknown"; readonly algorithm: string };

const RSA = "2a864886f70d010101";
const EC = "2a8648ce3d0201";
const ED25519 = "2b6570";

/** The key in a `PUBLIC KEY`, or in a certificate. `undefined` where there is none. */
export function publicKeyInfo(bytes: Uint8Array): PublicKey | undefined {
  const [algorithm, bits] = derSequence(bytes) ?? [];
  return keyInfo(algorithm, bits);
}

function keyInfo(algorithm: DerValue | undefined, value: DerValue | undefined): PublicKey | undefined {
  const [name, parameters] = algorithm?.tag === 0x30 ? (derValues(algorithm.content) ?? []) : [];
  const bits = derBits(value);
  if (name?.tag !== 0x06 || !bits) return undefined;
  const id = hex(name.content);
  if (id === RSA) return rsaKey(derSequence(bits) ?? []);
  if (id === EC)
    return parameters?.tag === 0x06 ? { type: "ec", curve: hex(parameters.content), point: bits } : UNKNOWN_EC;
  return id === ED25519 ? { type: "ed25519", key: bits } : { type: "unknown", algorithm: id };
}

/** The public key that a certificate is for. `undefined` where the bytes are no certificate. */
export function certificateKey(bytes: Uint8Array): PublicKey | undefined {
  const [signed, , signature] = derSequence(bytes) ?? [];
  if (signed?.tag !== 0x30 || signature?.tag !== 0x03) return undefined;
  const fields = derValues(signed.content) ?? [];
  // The version may be missing; serial number, algorithm, issuer, validity and subject stand in front of the key.
  const key = fields[fields[0]?.tag === 0xa0 ? 6 : 5];
  const [algorithm, bits] = key?.tag === 0x30 ? (derValues(key.content) ?? []) : [];
  return keyInfo(algorithm, bits);
}

/** The public key of an `RSA PRIVATE KEY`. `undefined` where the bytes are none. */
export function rsaPrivateKey(bytes: Uint8Array): PublicKey | undefined {
  const fields = derSequence(bytes) ?? [];
  return fields.length >= 9 ? rsaKey(fields.slice(1)) : undefined;
}

/** The public key of an `EC PRIVATE KEY`. `undefined` where the bytes are none. */
export function ecPrivateKey(bytes: Uint8Array, curve?: string): PublicKey | undefined {
  const [version, secret, ...others] = derSequence(bytes) ?? [];
  if (version?.tag !== 0x02 || secret?.tag !== 0x04) return undefined;
  const [its] = derValues(others.find(({ tag }) => tag === 0xa0)?.content ?? new Uint8Array()) ?? [];
  const point = derBits(derValues(others.find(({ tag }) => tag === 0xa1)?.content ?? new Uint8Array())?.[0]);
  const name = its ? hex(its.content) : curve;
  return point && name !== undefined ? { type: "ec", curve: name, point } : UNKNOWN_EC;
}

/** The public key of a `PRIVATE KEY`. `undefined` where the bytes are none. */
export function privateKeyInfo(bytes: Uint8Array): PublicKey | undefined {
  const [version, algorithm, secret, ...others] = derSequence(bytes) ?? [];
  if (version?.tag !== 0x02 || algorithm?.tag !== 0x30 || secret?.tag !== 0x04) return undefined;
  const [name, parameters] = derValues(algorithm.content) ?? [];
  if (name?.tag !== 0x06) return undefined;
  const id = hex(name.content);
  if (id === RSA) return rsaPrivateKey(secret.content);
  if (id === EC) return ecPrivateKey(secret.content, parameters?.tag === 0x06 ? hex(parameters.content) : undefined);
  const given = others.find(({ tag }) => tag === 0x81)?.content;
  if (id === ED25519 && given?.[0] === 0) return { type: "ed25519", key: given.subarray(1) };
  return { type: "unknown", algorithm: id };
}

/** Says whether two keys are one. `undefined` where that cannot be said. */
export function isSameKey(left: PublicKey, right: PublicKey): boolean | undefined {
  if (left.type === "rsa" && right.type === "rsa") {
    return isSame(left.modulus, right.modulus) && isSame(left.exponent, right.exponent);
  }
  if (left.type === "ed25519" && right.type === "ed25519") return isSame(left.key, right.key);
  if (left.type === "ec" && right.type === "ec") {
    if (left.curve !== right.curve) return false;
    // A point may be written in a short form.
    return left.point.length === right.point.length ? isSame(left.point, right.point) : undefined;
  }
  const [one, other] = [algorithmOf(left), algorithmOf(right)];
  return one === other ? undefined : false;
}

function algorithmOf(key: PublicKey): string {
  if (key.type === "unknown") return key.algorithm;
  return { rsa: RSA, ec: EC, ed25519: ED25519 }[key.type];
}

const UNKNOWN_EC: PublicKey = { type: "unknown", algorithm: EC };

function rsaKey([modulus, exponent]: readonly DerValue[]): PublicKey | undefined {
  if (modulus?.tag !== 0x02 || exponent?.tag !== 0x02) return undefined;
  return { type: "rsa", modulus: modulus.content, exponent: exponent.content };
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
