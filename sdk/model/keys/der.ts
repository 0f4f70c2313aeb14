/** A value of DER, the encoding of certificates and keys. */
export interface DerValue {
  /** What it is: `0x30` for a sequence, `0x02` for a number. */
  readonly tag: number;
  readonly content: Uint8Array;
}

/** The value that bytes begin with, and what is behind it. `undefined` where they are no DER. */
function next(bytes: Uint8Array): readonly [DerValue, Uint8Array] | undefined {
  const [tag, first] = bytes;
  // None of the formats that are read here has tags of several bytes.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (count > 4 || (first >= 0x80 && count === 0) || bytes.length < 2 + count) return undefined;
  let length = count === 0 ? first : 0;
  for (const byte of bytes.subarray(2, 2 + count)) length = length * 256 + byte;
  const end = 2 + count + length;
  if (end > bytes.length) return undefined;
  return [{ tag, content: bytes.subarray(2 + count, end) }, bytes.subarray(end)];
}

/** The values that stand one behind the other. `undefined` where there is anything else. */
export function derValues(bytes: Uint8Array): readonly DerValue[] | undefined {
  const values: DerValue[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const found = next(rest);
    if (!found) return undefined;
    values.push(found[0]);
    rest = found[1];
  }
  return values;
}

/** The values of the one sequence that bytes are. `undefined` where they are something else. */
export function derSequence(bytes: Uint8Array): readonly DerValue[] | undefined {
  const [value, ...others] = derValues(bytes) ?? [];
  return value?.tag === 0x30 && others.length === 0 ? derValues(value.content) : undefined;
}

/** The bytes of a string of bits, which are whole bytes in keys. */
export function derBits(value: DerValue | undefined): Uint8Array | undefined {
  return value?.tag === 0x03 && value.content[0] === 0 ? value.content.subarray(1) : undefined;
}
