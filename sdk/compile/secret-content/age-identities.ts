import type { KeyAbout, SecretProblem } from "./secret-problem.ts";

/** Reads identities of age, one a line. A line that is none fails all of them. */
export function checkAgeIdentities(text: string, { key }: KeyAbout): SecretProblem | undefined {
  const hint = 'give what "age-keygen" writes: a line that starts with "AGE-SECRET-KEY-1"';
  let isThere = false;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === "" || line.startsWith("#")) continue;
    const problem = lineProblem(line);
    if (problem !== undefined) return { key, message: `${problem} in line ${index + 1}`, hint };
    isThere = true;
  }
  return isThere ? undefined : { key, message: "holds no identity of age", hint };
}

function lineProblem(line: string): string | undefined {
  if (/^age1/.test(line)) return "holds a recipient of age, which is public and decrypts nothing,";
  if (/^AGE-(?:PLUGIN-|SECRET-KEY-PQ-1)/.test(line)) return undefined;
  if (!line.startsWith("AGE-SECRET-KEY-1")) return "has something other than an identity of age";
  return isChecked(line.toLowerCase()) ? undefined : "has an identity of age that is cut short or mistyped";
}

const ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** Says whether a text in Bech32 has the checksum that belongs to it. */
function isChecked(text: string): boolean {
  const split = text.lastIndexOf("1");
  const prefix = Array.from(text.slice(0, split), (character) => character.charCodeAt(0));
  const data = Array.from(text.slice(split + 1), (character) => ALPHABET.indexOf(character));
  // 32 bytes in pieces of 5 bits, and the checksum.
  if (data.includes(-1) || data.length !== 58) return false;
  const values = [...prefix.map((code) => code >> 5), 0, ...prefix.map((code) => code & 31), ...data];
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, word] of GENERATOR.entries()) if ((top >> bit) & 1) sum ^= word;
  }
  return sum === 1;
}
