// Formats, as the API server's own parsers take them.
import { describe, expect, test } from "vitest";
import { formatCheck } from "../../../../sdk/compile/check-schema/formats.ts";
import { fields, problems } from "./check.ts";

const FORMATS: Readonly<Record<string, readonly [takes: readonly string[], refuses: readonly string[]]>> = {
  bsonobjectid: [["507f1f77bcf86cd799439011"], ["", "507f1f77bcf86cd79943901", "507f1f77bcf86cd79943901g"]],
  uri: [
    ["https://example.com", "/a/b", "mailto:me@example.com", "http://[::1]:80/a b", "oci://x", "https://a.b:443?q=%zz"],
    ["", "example.com", "a/b", "http://a b/", "http://a:port/", "/a%zz", "http://[::1/", "\u0001", ":a"],
  ],
  email: [
    ["me@example.com", "Me <me@example.com>"],
    ["", "me", "@example.com", "me@"],
  ],
  hostname: [
    ["a", "a-", "a.example.com", "1a.com", "bücher.example"],
    ["", "-a", "a_b", "a..b", "a.example.com.", `${"a".repeat(64)}.com`, "a.b c"],
  ],
  ipv4: [
    ["10.0.0.1", "010.000.0.01", "::ffff:10.0.0.1"],
    ["", "10.0.0", "10.0.0.256", "10.0.0.1.1", "::1"],
  ],
  ipv6: [
    ["::", "::1", "2001:db8::1", "::ffff:10.0.0.1"],
    ["", "10.0.0.1", ":::", "1:2:3:4:5:6:7", "12345::", "1::2::3"],
  ],
  cidr: [
    ["10.0.0.0/8", "2001:db8::/32"],
    ["", "10.0.0.0", "10.0.0.0/33", "::/129", "10.0.0.0/a"],
  ],
  mac: [
    ["01:23:45:67:89:ab", "01-23-45-67-89-ab-cd-ef", "0123.4567.89ab"],
    ["", "01:23:45:67:89", "01:23-45:67:89:ab", "0123:4567:89ab"],
  ],
  uuid: [
    ["7E57D004-2B97-0E7A-B45F-5387367791CD", "7e57d0042b970e7ab45f5387367791cd"],
    ["", "7e57d004", "x"],
  ],
  uuid3: [["a987fbc9-4bed-3078-cf07-9141ba07c9f3"], ["a987fbc9-4bed-4078-8f07-9141ba07c9f3"]],
  uuid4: [["a987fbc9-4bed-4078-8f07-9141ba07c9f3"], ["a987fbc9-4bed-4078-cf07-9141ba07c9f3"]],
  uuid5: [["a987fbc9-4bed-5078-af07-9141ba07c9f3"], ["a987fbc9-4bed-4078-8f07-9141ba07c9f3"]],
  isbn: [
    ["0321751043", "978-0321751041"],
    ["", "0321751042", "978-0321751040"],
  ],
  isbn10: [["0-321-75104-3", "080442957X"], ["978-0321751041"]],
  isbn13: [["978-0321751041"], ["0321751043"]],
  creditcard: [
    ["4111-1111-1111-1111", "375556917985515"],
    ["", "4111111111111112", "foo"],
  ],
  ssn: [
    ["111-11-1111", "111 11 1111"],
    ["", "111111111", "111-11-111"],
  ],
  hexcolor: [
    ["#fff", "FFFFFF"],
    ["", "#ffff", "#ggg"],
  ],
  rgbcolor: [
    ["rgb(0,31,255)", "rgb( 0 , 99 , 100 )"],
    ["", "rgb(1,1,256)", "rgba(0,31,255)"],
  ],
  byte: [
    ["ZWxpemFiZXRocG9zZXk=", "AAAA"],
    ["", "ZWxpemFiZXRocG9zZXk", "a==="],
  ],
  password: [["", "anything"], []],
  date: [
    ["2026-01-31", "2024-02-29"],
    ["", "2026-02-29", "2026-13-01", "2026-1-1", "31-01-2026"],
  ],
  "date-time": [
    ["2026-01-31T12:00:00Z", "2026-01-31t12:00:00.123+01:00"],
    ["", "2026-01-31", "2026-01-31 12:00:00Z", "2026-01-31T24:00:00Z", "2026-01-31T12:00:00", "2026-02-30T12:00:00Z"],
  ],
  duration: [
    ["1h30m", "-1.5s", "0", "22 ns", "3 weeks", "1d"],
    ["", "5", "an hour", "5x"],
  ],
  "k8s-short-name": [
    ["a", "a-b", "1"],
    ["", "A", "a.b", "-a", "a".repeat(64)],
  ],
  "k8s-long-name": [
    ["a.b", `${"a".repeat(100)}.b`],
    ["", "a..b", "A", `${"a.".repeat(127)}a`],
  ],
};

describe.each(Object.entries(FORMATS))("%s", (format, [takes, refuses]) => {
  const spec = fields({ a: { type: "string", format } });

  test.each(takes.map((text) => [text]))("takes %j", (text) => {
    expect(problems(spec, { a: text })).toEqual([]);
  });

  test.each(refuses.map((text) => [text]))("refuses %j", (text) => {
    expect(problems(spec, { a: text })).toEqual(["schema/pattern spec.a"]);
  });
});

test("a format that the API server does not know, or not of a text, is none", () => {
  expect(formatCheck("semver")).toBeUndefined();
  expect(problems(fields({ a: { type: "string", format: "semver" } }), { a: "x" })).toEqual([]);
  expect(problems(fields({ a: { type: "int-or-string", format: "ipv4" } }), { a: 5 })).toEqual([]);
});
