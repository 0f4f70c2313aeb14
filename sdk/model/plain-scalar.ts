/** What Go's reader takes for a constant, as YAML 1.1 has it. */
const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map((word) => [word, true] as const),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map((word) => [word, false] as const),
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null] as const),
]);

const INTEGER = /^[-+]?(?:0[xX][0-9a-fA-F]{1,16}|0[oO][0-7]+|0[0-7]*|0[bB][01]{1,64}|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const SPECIAL = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** Gives the boolean or null that a word is; `undefined` for any other. */
export function constantOf(word: string): boolean | null | undefined {
  return CONSTANTS.get(word);
}

/** Gives the integer that Go takes a word for. Underscores may stand anywhere in it, and a zero in front makes it octal. */
export function integerOf(word: string): number | undefined {
  const plain = word.includes("_") ? word.replaceAll("_", "") : word;
  if (!INTEGER.test(plain)) return undefined;
  const isNegative = plain.startsWith("-");
  const digits = /^[-+]/.test(plain) ? plain.slice(1) : plain;
  const isOctal = /^0[0-7]/.test(digits);
  const value = Number(isOctal ? `0o${digits.slice(1)}` : digits);
  return isNegative && value !== 0 ? -value : value;
}

/** Gives the number that Go takes a word for, where it is no integer. */
export function floatOf(word: string): number | undefined {
  if (SPECIAL.test(word)) {
    if (/nan/i.test(word)) return Number.NaN;
    return word.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  // Behind a dot in front, underscores have to stand between digits.
  const isLoose = word.startsWith(".") && /_(?!\d)|(?<!\d)_/.test(word);
  const plain = word.includes("_") && !isLoose ? word.replaceAll("_", "") : word;
  const value = FLOAT.test(plain) ? Number(plain) : Number.NaN;
  if (!Number.isFinite(value)) return undefined;
  // JSON from Go has no zero below zero.
  return value === 0 ? 0 : value;
}

/** What a word may start with that is not taken for text: the first letters of constants, digits and signs. */
const TELLING = /^[-+.~0-9yYnNtTfFoO]/;

/** Gives what Go takes a word for that stands without quotes. */
export function plainScalar(word: string): unknown {
  if (word !== "" && !TELLING.test(word)) return word;
  const constant = constantOf(word);
  return constant !== undefined ? constant : (integerOf(word) ?? floatOf(word) ?? word);
}
