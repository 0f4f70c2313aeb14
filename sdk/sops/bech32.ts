const ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** Says whether a text is Bech32 with a prefix, which ends in a checksum. Of any length, as age writes it. */
export function isBech32(text: string, prefix: string): boolean {
  if (!text.startsWith(`${prefix}1`) || text !== text.toLowerCase()) return false;
  const data = Array.from(text.slice(prefix.length + 1), (character) => ALPHABET.indexOf(character));
  if (data.length < 6 || data.includes(-1)) return false;
  const codes = Array.from(prefix, (character) => character.charCodeAt(0));
  return checksum([...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31), ...data]) === 1;
}

function checksum(values: readonly number[]): number {
  return values.reduce((sum, value) => {
    const top = sum >>> 25;
    const shifted = ((sum & 0x1ffffff) << 5) ^ value;
    return GENERATOR.reduce((mixed, generator, bit) => ((top >> bit) & 1 ? mixed ^ generator : mixed), shifted);
  }, 1);
}
