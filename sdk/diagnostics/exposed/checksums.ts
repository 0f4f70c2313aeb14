import { crc32 } from "./crc32.ts";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const DIGITS = 6;

/**
 * Says whether a token ends with the checksum of what stands between its prefix and that, in base 62.
 *
 * Source: https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
export function endsWithBase62(token: string): boolean {
  const body = token.slice(token.indexOf("_") + 1);
  let rest = crc32(body.slice(0, -DIGITS));
  let sum = "";
  for (let digit = 0; digit < DIGITS; digit++) {
    sum = BASE62.charAt(rest % 62) + sum;
    rest = Math.floor(rest / 62);
  }
  return body.endsWith(sum);
}

/** Says whether a token of Grafana ends with the checksum of what stands before, lowest byte first. */
export function endsWithHexadecimal(token: string): boolean {
  const end = token.lastIndexOf("_");
  const sum = crc32(token.slice(0, end));
  const bytes = [sum, sum >>> 8, sum >>> 16, sum >>> 24].map((byte) => (byte & 255).toString(16).padStart(2, "0"));
  return token.slice(end + 1) === bytes.join("");
}
