// Texts that look like secrets, and are the secrets of nobody. They are put together while the tests run, so that no scanner of this
// repository finds any.
import { crc32 } from "../../sdk/diagnostics/exposed/crc32.ts";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Characters that look random and are the same each time. */
export function scrambled(length: number, alphabet: string = BASE62): string {
  let state = 7 * length + alphabet.length;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return alphabet.charAt((state >>> 16) % alphabet.length);
  }).join("");
}

export const HEXADECIMAL = "0123456789abcdef";
export const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A text with its checksum behind it, as GitHub and npm write it. */
export function withBase62(prefix: string, body: string): string {
  let rest = crc32(body);
  let sum = "";
  for (let digit = 0; digit < 6; digit++) {
    sum = BASE62.charAt(rest % 62) + sum;
    rest = Math.floor(rest / 62);
  }
  return `${prefix}_${body}${sum}`;
}

/** A text with its checksum behind it, as Grafana writes it. */
export function withHexadecimal(key: string): string {
  const bytes = new DataView(new ArrayBuffer(4));
  bytes.setUint32(0, crc32(key), true);
  return `${key}_${bytes.getUint32(0).toString(16).padStart(8, "0")}`;
}

/** A token of GitHub. */
export const GITHUB_TOKEN: string = withBase62("ghp", scrambled(30));

/** A block as tools write a private key. */
export function privateKey(kind = "RSA PRIVATE KEY", headers = ""): string {
  const dashes = "-".repeat(5);
  const body = [64, 63, 62].map((length) => scrambled(length)).join("\n");
  return `${dashes}BEGIN ${kind}${dashes}\n${headers}${body}\n${dashes}END ${kind}${dashes}\n`;
}
