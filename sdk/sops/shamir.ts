import { randomBytes } from "node:crypto";
import { InternalError } from "../diagnostics/internal-error.ts";

// Shamir's scheme over GF(2^8), byte by byte, as HashiCorp's Vault has it and SOPS took it over: a share holds a value for each byte of
// the secret, and behind them the place at which they were taken.

/** Splits a secret into shares, of which `threshold` give it back and fewer say nothing of it. */
export function splitSecret(secret: Uint8Array, shares: number, threshold: number): readonly Uint8Array[] {
  if (threshold < 2 || threshold > shares || shares > 255)
    throw new InternalError(`A secret cannot be split into ${shares} shares of which ${threshold} are enough`);
  const polynomials = Array.from(secret, (byte) => Uint8Array.of(byte, ...randomBytes(threshold - 1)));
  return Array.from({ length: shares }, (_, index) => {
    const place = index + 1;
    return Uint8Array.of(...polynomials.map((polynomial) => valueAt(polynomial, place)), place);
  });
}

/** Puts shares together. `undefined` when they are no shares of one secret; too few of them give a wrong one. */
export function combineShares(shares: readonly Uint8Array[]): Uint8Array | undefined {
  const length = shares[0]?.length ?? 0;
  const places = shares.map((share) => share.at(-1) ?? 0);
  if (length < 2 || shares.some((share) => share.length !== length)) return undefined;
  if (places.includes(0) || new Set(places).size !== places.length) return undefined;
  const weights = places.map((place, index) => weightOf(place, places.toSpliced(index, 1)));
  return Uint8Array.from({ length: length - 1 }, (_, byte) =>
    shares.reduce((sum, share, index) => sum ^ multiply(share[byte] ?? 0, weights[index] ?? 0), 0),
  );
}

function valueAt(polynomial: Uint8Array, place: number): number {
  return polynomial.reduceRight((value, coefficient) => multiply(value, place) ^ coefficient, 0);
}

/** What a share counts for at zero, by Lagrange. Adding and subtracting are both XOR. */
function weightOf(place: number, others: readonly number[]): number {
  return others.reduce((weight, other) => multiply(weight, multiply(other, inverse(place ^ other))), 1);
}

/** Multiplies without a branch or a table that depends on the numbers, since they are secret. */
function multiply(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    const overflow = -(product >> 7) & 0x1b;
    product = ((product << 1) & 0xff) ^ overflow ^ (-((other >> bit) & 1) & one);
  }
  return product;
}

/** The inverse of a number is its 254th power, by Fermat. */
function inverse(number: number): number {
  let power = number;
  for (let step = 0; step < 6; step++) power = multiply(multiply(power, power), number);
  return multiply(power, power);
}
