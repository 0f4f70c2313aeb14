// Formats of addresses, as the API server reads them: with Go's own parsers. Where those are long-winded, what is not certainly
// wrong is taken for right.

const LABEL = "a-zA-Z0-9\\p{S}\\p{L}";
const HOSTNAME = new RegExp(
  `^([${LABEL}]((-?[${LABEL}]{0,62})?)|([${LABEL}](([${LABEL}-]{0,61}[${LABEL}])?)(\\.))+([a-zA-Z\\p{L}]){2,63})$`,
  "u",
);

/** A host name, or one label of it. */
export function isHostname(text: string): boolean {
  const bytes = new TextEncoder();
  if (text.length > 255 || bytes.encode(text).length > 255) return false;
  return HOSTNAME.test(text) && text.split(".").every((label) => bytes.encode(label).length <= 63);
}

/** Something before an `@` and something behind it. */
export function isEmail(text: string): boolean {
  return /[^@\s]@[^@\s]/.test(text);
}

/** An absolute URI, or an absolute path. */
export function isRequestUri(text: string): boolean {
  if (text === "" || hasControlCharacter(text)) return false;
  if (text === "*") return true;
  const [, scheme, rest = text] = /^([a-zA-Z][a-zA-Z0-9+.-]*):(.*)$/s.exec(text) ?? [];
  if (scheme === undefined && text.startsWith(":")) return false;
  const withoutQuery = rest.split("?", 1)[0] ?? "";
  // With a scheme, what has no slash is taken as it is.
  if (!withoutQuery.startsWith("/")) return scheme !== undefined;
  const isOfHost = withoutQuery.startsWith("//") && (scheme !== undefined || !withoutQuery.startsWith("///"));
  if (!isOfHost) return hasRightEscapes(withoutQuery);
  const authority = withoutQuery.slice(2).split("/", 1)[0] ?? "";
  return isAuthority(authority) && hasRightEscapes(withoutQuery.slice(2 + authority.length));
}

function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}

function hasRightEscapes(text: string): boolean {
  return !/%(?![0-9a-fA-F]{2})/.test(text);
}

function isAuthority(authority: string): boolean {
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  if (!hasRightEscapes(authority)) return false;
  if (host.startsWith("[")) return /^\[[^\]]*\](:[0-9]*)?$/.test(host);
  return /^[^\s"<>\\^`{|}[\]]*$/.test(host) && /^[^:]*(:[0-9]*)?$/.test(host);
}

/** An address with dots in it; numbers may start with zeros. */
export function isIpv4(text: string): boolean {
  return text.includes(".") && (isDotted(text) || isColoned(text));
}

/** An address with colons in it. */
export function isIpv6(text: string): boolean {
  return isColoned(text);
}

/** An address, `/` and the number of bits that count. */
export function isCidr(text: string): boolean {
  const slash = text.indexOf("/");
  if (slash < 0) return false;
  const [address, bits] = [text.slice(0, slash), text.slice(slash + 1)];
  if (!/^\d{1,3}$/.test(bits)) return false;
  return (isDotted(address) && Number(bits) <= 32) || (isColoned(address) && Number(bits) <= 128);
}

/** Six, eight or twenty bytes, with `:`, `-` or `.` between them. */
export function isMac(text: string): boolean {
  if (/^[0-9a-fA-F]{4}(\.[0-9a-fA-F]{4})+$/.test(text)) return [14, 19, 49].includes(text.length);
  return /^[0-9a-fA-F]{2}([:-])[0-9a-fA-F]{2}(\1[0-9a-fA-F]{2})+$/.test(text) && [17, 23, 59].includes(text.length);
}

function isDotted(text: string): boolean {
  const parts = text.split(".", 5);
  return parts.length === 4 && parts.every((part) => /^\d{1,20}$/.test(part) && Number(part) <= 255);
}

function isColoned(text: string): boolean {
  if (!text.includes(":") || text.length > 64) return false;
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const last = groups[groups.length - 1] ?? "";
  const isMixed = last.includes(".");
  // The last two groups may be written as an address with dots.
  if (isMixed && !isDotted(last)) return false;
  const hex = isMixed ? groups.slice(0, -1) : groups;
  if (!hex.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  const count = hex.length + (isMixed ? 2 : 0);
  return halves.length === 2 ? count < 8 : count === 8;
}
