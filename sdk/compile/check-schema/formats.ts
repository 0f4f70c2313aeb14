import * as network from "./network-formats.ts";
import * as text from "./text-formats.ts";
import * as time from "./time-formats.ts";

/** A format that the API server checks. */
export interface FormatCheck {
  accepts(text: string): boolean;
  /** What it takes, behind "write". */
  readonly takes: string;
}

/** By their names without dashes, for the API server does not care about those. A format that is not among them is none to it. */
const FORMATS: ReadonlyMap<string, FormatCheck> = new Map<string, FormatCheck>([
  ["bsonobjectid", { accepts: text.isObjectId, takes: "24 hexadecimal digits" }],
  ["uri", { accepts: network.isRequestUri, takes: 'a URI, or a path that starts with "/"' }],
  ["email", { accepts: network.isEmail, takes: 'an address such as "me@example.com"' }],
  ["hostname", { accepts: network.isHostname, takes: 'a host name such as "app.example.com"' }],
  ["ipv4", { accepts: network.isIpv4, takes: 'an IPv4 address such as "10.0.0.1"' }],
  ["ipv6", { accepts: network.isIpv6, takes: 'an IPv6 address such as "2001:db8::1"' }],
  ["cidr", { accepts: network.isCidr, takes: 'a range of addresses such as "10.0.0.0/8"' }],
  ["mac", { accepts: network.isMac, takes: 'a MAC address such as "01:23:45:67:89:ab"' }],
  ["uuid", { accepts: text.isUuid, takes: "a UUID" }],
  ["uuid3", { accepts: text.isUuid3, takes: "a UUID of version 3" }],
  ["uuid4", { accepts: text.isUuid4, takes: "a UUID of version 4" }],
  ["uuid5", { accepts: text.isUuid5, takes: "a UUID of version 5" }],
  ["isbn", { accepts: text.isIsbn, takes: "an ISBN" }],
  ["isbn10", { accepts: text.isIsbn10, takes: "an ISBN of 10 digits" }],
  ["isbn13", { accepts: text.isIsbn13, takes: "an ISBN of 13 digits" }],
  ["creditcard", { accepts: text.isCreditCard, takes: "the number of a credit card" }],
  ["ssn", { accepts: text.isSsn, takes: 'a number such as "123-45-6789"' }],
  ["hexcolor", { accepts: text.isHexColor, takes: 'a colour such as "#ffcc00"' }],
  ["rgbcolor", { accepts: text.isRgbColor, takes: 'a colour such as "rgb(255,204,0)"' }],
  ["byte", { accepts: text.isBase64, takes: "bytes in base64" }],
  ["date", { accepts: time.isDate, takes: 'a date such as "2026-01-31"' }],
  ["datetime", { accepts: time.isDateTime, takes: 'a time such as "2026-01-31T12:00:00Z"' }],
  ["duration", { accepts: time.isDuration, takes: 'a duration such as "1h30m"' }],
  ["k8sshortname", { accepts: text.isShortName, takes: 'at most 63 lower-case letters, digits and "-"' }],
  ["k8slongname", { accepts: text.isLongName, takes: 'at most 253 lower-case letters, digits, "-" and "."' }],
]);

/** Gives the check of a format; `undefined` for one that the API server does not look at. */
export function formatCheck(format: string): FormatCheck | undefined {
  return FORMATS.get(format.replaceAll("-", ""));
}
