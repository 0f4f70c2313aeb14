import { describe, expect, test } from "vitest";
import { checkPgpArmor } from "../../../../sdk/compile/secret-content/pgp-armor.ts";

/** A number of PGP: its length in bits, and its bytes. */
const number = (bytes: number): Buffer =>
  Buffer.concat([Buffer.of((bytes * 8) >> 8, (bytes * 8) & 0xff), Buffer.alloc(bytes, 0xff)]);
const head = (algorithm: number): Buffer => Buffer.of(4, 0, 0, 0, 0, algorithm);
const curve = Buffer.from("2b06010401da470f01", "hex");

/** The public halves of keys of several algorithms. */
const halves: readonly [name: string, half: Buffer][] = [
  ["RSA", Buffer.concat([head(1), number(128), number(3)])],
  ["DSA", Buffer.concat([head(17), number(128), number(20), number(128), number(128)])],
  ["Ed25519", Buffer.concat([head(22), Buffer.of(curve.length), curve, number(33)])],
  ["ECDH", Buffer.concat([head(18), Buffer.of(curve.length), curve, number(33), Buffer.of(3, 1, 8, 7)])],
];
const open = Buffer.concat([Buffer.of(0), number(32), Buffer.of(1, 2)]);
const locked = Buffer.concat([Buffer.of(254, 7, 3, 8), Buffer.alloc(64)]);
const elsewhere = Buffer.from("ff006500474e5501", "hex");

/** A packet with a header of the older or of the newer form. */
function packet(tag: number, body: Buffer, isOld = false): Buffer {
  const length = [body.length >> 8, body.length & 0xff];
  if (isOld) return Buffer.concat([Buffer.of(0x80 | (tag << 2) | 1, ...length), body]);
  return Buffer.concat([Buffer.of(0xc0 | tag, 255, 0, 0, ...length), body]);
}

function armor(label: string, ...packets: readonly Buffer[]): string {
  const lines =
    Buffer.concat(packets)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN PGP ${label}-----\nComment: canary\n\n${lines.join("\n")}\n=abcd\n-----END PGP ${label}-----\n`;
}

const check = (text: string, half: "public" | "private", hasPassphrase?: boolean) =>
  checkPgpArmor(text, { key: "me.asc", half, hasPassphrase });

describe.each(halves)("a key of %s", (_, half) => {
  const secret = (end: Buffer, tag = 5): Buffer => packet(tag, Buffer.concat([half, end]), tag === 7);
  const user = packet(13, Buffer.from("flux"));

  test("has two halves", () => {
    expect(check(armor("PUBLIC KEY BLOCK", packet(6, half), user), "public")).toBeUndefined();
    expect(check(armor("PRIVATE KEY BLOCK", secret(open), user), "private", false)).toBeUndefined();
    expect(check(armor("PUBLIC KEY BLOCK", packet(6, half)), "private")?.message).toContain("public");
    expect(check(armor("PRIVATE KEY BLOCK", secret(open)), "public")?.message).toContain("private");
  });

  test("with a passphrase needs it", () => {
    const text = armor("PRIVATE KEY BLOCK", secret(locked), user, secret(locked, 7));
    expect(check(text, "private", false)).toMatchObject({ severity: "warning" });
    expect(check(text, "private", true)).toBeUndefined();
    expect(check(text, "private")).toBeUndefined();
  });

  test("of which one part is open may do", () => {
    expect(check(armor("PRIVATE KEY BLOCK", secret(elsewhere), secret(open, 7)), "private", false)).toBeUndefined();
    expect(check(armor("PRIVATE KEY BLOCK", secret(elsewhere), secret(locked, 7)), "private", false)).toBeDefined();
  });
});

describe("what is no key", () => {
  const [, [, dsa = open] = []] = halves;
  const texts: readonly [name: string, text: string][] = [
    ["nothing", ""],
    ["words", "canary"],
    ["a signature", armor("SIGNATURE", packet(2, open))],
    ["another packet first", armor("PUBLIC KEY BLOCK", packet(13, open))],
    ["a packet cut short", armor("PUBLIC KEY BLOCK", packet(6, dsa).subarray(0, -4))],
    ["one line", armor("PUBLIC KEY BLOCK", packet(6, dsa)).replaceAll("\n", " ")],
    ["no packets", armor("PUBLIC KEY BLOCK")],
  ];
  test.each(texts)("%s", (_, text) => {
    const problem = check(text, "public");
    expect(problem).toMatchObject({ key: "me.asc" });
    expect(problem?.severity).toBeUndefined();
    expect(JSON.stringify(problem)).not.toContain("canary");
  });
});
