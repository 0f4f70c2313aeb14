/** The text of a float as Go prints it without an exponent: the shortest digits that are read back as the same number. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
  if (Object.is(value, -0)) return "-0";
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(value)) ?? [];
  const shift = Number(exponent);
  if (shift === 0) return String(value);
  const digits = whole + fraction;
  const point = whole.length + shift;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, "0");
}

const BASES: readonly (readonly [prefix: RegExp, digits: RegExp, radix: "0x" | "0b" | "0o"])[] = [
  [/^0[xX]/, /^[\da-fA-F]+$/, "0x"],
  [/^0[bB]/, /^[01]+$/, "0b"],
  [/^0[oO]?/, /^[0-7]+$/, "0o"],
];

const LARGEST_SIGNED = 2n ** 63n;
const LARGEST_UNSIGNED = 2n ** 64n;

/**
 * Reads an integer as Go's parser of YAML does: decimal, or in another base by its prefix, of which a mere `0` means octal. The parser
 * knows numbers up to 2^64, and SOPS takes them up to 2^63.
 */
export function readInteger(text: string): { readonly text: string; readonly isTooLarge: boolean } | undefined {
  const [, sign = "", digits = ""] = /^([-+]?)(\w+)$/.exec(text) ?? [];
  const magnitude = readMagnitude(digits);
  if (magnitude === undefined) return undefined;
  const value = sign === "-" ? -magnitude : magnitude;
  if (value >= -LARGEST_SIGNED && value < LARGEST_SIGNED) return { text: String(value), isTooLarge: false };
  return sign === "" && value < LARGEST_UNSIGNED ? { text: String(value), isTooLarge: true } : undefined;
}

function readMagnitude(digits: string): bigint | undefined {
  if (/^(?:0|[1-9]\d*)$/.test(digits)) return BigInt(digits);
  for (const [prefix, allowed, radix] of BASES) {
    if (!prefix.test(digits)) continue;
    const rest = digits.replace(prefix, "");
    if (allowed.test(rest)) return BigInt(radix + rest);
  }
  return undefined;
}
