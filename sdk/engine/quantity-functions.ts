import { CelFailure, Unsure } from "./stops.ts";

/** A quantity of Kubernetes, `100m` or `1.5Gi`, in parts of a thousand millions. */
export class Quantity {
  readonly nano: bigint;

  constructor(nano: bigint) {
    this.nano = nano;
  }
}

/** Functions on quantities that the API server has and cel-js has not. */
export const QUANTITY_FUNCTIONS: Readonly<Record<string, (...parameters: never[]) => unknown>> = {
  "isQuantity(string): bool": (text: string) => QUANTITY.test(text),
  "quantity(string): Quantity": quantity,
  "Quantity.sign(): int": ({ nano }: Quantity) => (nano > 0n ? 1n : nano < 0n ? -1n : 0n),
  "Quantity.isLessThan(Quantity): bool": (left: Quantity, right: Quantity) => left.nano < right.nano,
  "Quantity.isGreaterThan(Quantity): bool": (left: Quantity, right: Quantity) => left.nano > right.nano,
  "Quantity.compareTo(Quantity): int": (left: Quantity, right: Quantity) =>
    left.nano < right.nano ? -1n : left.nano > right.nano ? 1n : 0n,
  "Quantity.add(Quantity): Quantity": (left: Quantity, right: Quantity) => new Quantity(left.nano + right.nano),
  "Quantity.sub(Quantity): Quantity": (left: Quantity, right: Quantity) => new Quantity(left.nano - right.nano),
};

const QUANTITY = /^([+-]?)(\d+\.?\d*|\.\d+)(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d{1,18}))?$/;

const BINARY = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
const DECIMAL: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };

function quantity(text: string): Quantity {
  const [, sign, digits = "", binary, decimal, exponent] = QUANTITY.exec(text) ?? [];
  if (sign === undefined) throw new CelFailure(`${text} is no quantity`);
  const [whole = "", fraction = ""] = digits.split(".");
  const power = exponent === undefined ? (DECIMAL[decimal ?? ""] ?? 0) : Number(exponent);
  const shift = 9 + power - fraction.length;
  // Finer or larger ones are rounded and capped by Kubernetes.
  if (shift < 0 || shift > 40 || digits.length > 30) throw new Unsure(`the quantity ${text}`);
  const factor = binary === undefined ? 1n : 1024n ** BigInt(BINARY.indexOf(binary) + 1);
  const nano = BigInt(`${whole}${fraction}`) * 10n ** BigInt(shift) * factor;
  return new Quantity(sign === "-" ? -nano : nano);
}
