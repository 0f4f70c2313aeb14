import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openSshKey as readOpenSshKey } from "../../../../sdk/model/keys/openssh-key.ts";
import { pemBlocks } from "../../../../sdk/model/keys/pem.ts";
import { privateKey } from "../../../../sdk/model/keys/private-key.ts";
import { certificateKey, privateKeyInfo, publicKeyInfo } from "../../../../sdk/model/keys/public-key.ts";
import { sshPublicKeyOf } from "../../../../sdk/model/keys/ssh-key-pair.ts";
import { pem } from "../../../tools/certificate.ts";
import { openSshKey, sshPublicLine } from "../../../tools/ssh-keys.ts";

const curves = ["P-256", "P-384", "P-521"].map((namedCurve) => generateKeyPairSync("ec", { namedCurve }));
const rsa = generateKeyPairSync("rsa", { modulusLength: 1024 });
const ed = generateKeyPairSync("ed25519");
const pairs = [...curves, rsa, ed].map((pair) => [sshPublicLine(pair.publicKey).split(" ")[0], pair] as const);

describe("the public key of a private one", () => {
  test.each(pairs)("in OpenSSH's own form: %s", (_, { publicKey }) => {
    expect(sshPublicKeyOf(openSshKey(publicKey))).toBe(sshPublicLine(publicKey));
    expect(sshPublicKeyOf(openSshKey(publicKey, { isEncrypted: true }))).toBe(sshPublicLine(publicKey));
  });

  test.each(pairs.slice(0, -1))("in PKCS #8: %s", (_, { privateKey: key, publicKey }) => {
    const text = key.export({ format: "pem", type: "pkcs8" }).toString();
    expect(sshPublicKeyOf(text)).toBe(sshPublicLine(publicKey));
  });

  test.each(curves)("in SEC 1", ({ privateKey: key, publicKey }) => {
    expect(sshPublicKeyOf(key.export({ format: "pem", type: "sec1" }).toString())).toBe(sshPublicLine(publicKey));
  });

  test("in PKCS #1", () => {
    const text = rsa.privateKey.export({ format: "pem", type: "pkcs1" }).toString();
    expect(sshPublicKeyOf(text)).toBe(sshPublicLine(rsa.publicKey));
  });

  test("is not seen where it does not stand", () => {
    const cipher = { format: "pem", type: "pkcs8", cipher: "aes-256-cbc", passphrase: "p" } as const;
    const texts = [
      rsa.privateKey.export(cipher),
      rsa.privateKey.export({ ...cipher, type: "pkcs1" }),
      ed.privateKey.export({ format: "pem", type: "pkcs8" }),
      rsa.publicKey.export({ format: "pem", type: "spki" }),
      "",
    ];
    expect(texts.map((text) => sshPublicKeyOf(String(text)))).toEqual(texts.map(() => undefined));
  });
});

describe("whatever stands there, nothing is thrown", () => {
  const good = [
    rsa.privateKey.export({ format: "der", type: "pkcs8" }),
    ...curves.map(({ publicKey }) => publicKey.export({ format: "der", type: "spki" })),
    ...pairs.map(([, { publicKey }]) => Buffer.from(pemBlocks(openSshKey(publicKey))[0]?.bytes ?? [])),
  ];
  /** Bytes that were right before some of them were changed and the rest was cut off. */
  const damaged = fc
    .tuple(fc.constantFrom(...good), fc.nat(), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }))
    .map(([bytes, length, changes]) => {
      const copy = Uint8Array.from(bytes.subarray(0, 1 + (length % bytes.length)));
      for (const [at, byte] of changes) copy[at % copy.length] = byte;
      return copy;
    });

  test("in bytes", () => {
    fc.assert(
      fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 200 })), (bytes) => {
        for (const read of [readOpenSshKey, privateKeyInfo, publicKeyInfo, certificateKey]) {
          expect(() => read(bytes)).not.toThrow();
        }
      }),
    );
  });

  test("in texts", () => {
    const labels = fc.constantFrom("PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY");
    fc.assert(
      fc.property(labels, damaged, fc.nat(), (label, bytes, length) => {
        const text = pem(label, Buffer.from(bytes));
        expect(() => [privateKey(text), sshPublicKeyOf(text.slice(0, length % text.length))]).not.toThrow();
      }),
    );
  });
});
