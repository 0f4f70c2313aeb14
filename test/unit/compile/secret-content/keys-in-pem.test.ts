import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { describe, expect, test } from "vitest";
import { checkCertificateFile, checkCertificates } from "../../../../sdk/compile/secret-content/certificates.ts";
import { checkCosignKey } from "../../../../sdk/compile/secret-content/cosign-key.ts";
import { checkKeyPair, checkRsaKey, checkTlsKey } from "../../../../sdk/compile/secret-content/private-key-pem.ts";
import type { SecretProblem } from "../../../../sdk/compile/secret-content/secret-problem.ts";
import { checkSshIdentity } from "../../../../sdk/compile/secret-content/ssh-identity.ts";
import { certificate, pem } from "../../../tools/certificate.ts";
import { newPublicLine, openSshKey } from "../../../tools/ssh-keys.ts";

const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const otherEc = generateKeyPairSync("ec", { namedCurve: "P-256" });
const rsa = generateKeyPairSync("rsa", { modulusLength: 1024 });
const ed = generateKeyPairSync("ed25519");

const pkcs8 = (key: KeyObject): string => key.export({ format: "pem", type: "pkcs8" }).toString();
const spki = (key: KeyObject): string => key.export({ format: "pem", type: "spki" }).toString();
const sec1 = ec.privateKey.export({ format: "pem", type: "sec1" }).toString();
const pkcs1 = rsa.privateKey.export({ format: "pem", type: "pkcs1" }).toString();
const locked = { format: "pem", cipher: "aes-256-cbc", passphrase: "p" } as const;
const lockedPkcs8 = rsa.privateKey.export({ ...locked, type: "pkcs8" }).toString();
const lockedPkcs1 = rsa.privateKey.export({ ...locked, type: "pkcs1" }).toString();
const signed = certificate(ec.publicKey, ec.privateKey);
const chain = `a comment\n${signed}${certificate(otherEc.publicKey, ec.privateKey)}`;
const key = "tls.key";

/** What people do to keys on their way. */
const damaged: readonly [name: string, text: string][] = [
  ["nothing", ""],
  ["words", "canary"],
  ["written line breaks", pkcs8(ec.privateKey).replaceAll("\n", "\\n")],
  ["no line breaks", pkcs8(ec.privateKey).replaceAll("\n", " ")],
  ["spaces in front", pkcs8(ec.privateKey).replaceAll(/^/gm, "  ")],
  ["base64 once more", Buffer.from(pkcs8(ec.privateKey)).toString("base64")],
  ["its first lines", pkcs8(ec.privateKey).slice(0, 80)],
  ["another end", pkcs8(ec.privateKey).replace("END PRIVATE", "END PUBLIC")],
  ["a part of the content", pem("PRIVATE KEY", Buffer.from("3003020100", "hex"))],
];

function expectNoPartOf(text: string, problem: SecretProblem | undefined): void {
  const said = JSON.stringify(problem ?? "");
  for (const line of text.split(/\n|\\n/).filter((part) => part.length > 20 && !part.includes("-----"))) {
    expect(said).not.toContain(line);
  }
  expect(said).not.toContain("canary");
}

describe("the key of a certificate", () => {
  const good: readonly [name: string, text: string][] = [
    ["PKCS #8 of a curve", pkcs8(ec.privateKey)],
    ["PKCS #8 of RSA", pkcs8(rsa.privateKey)],
    ["PKCS #8 of Ed25519", pkcs8(ed.privateKey)],
    ["SEC 1", sec1],
    ["PKCS #1", pkcs1],
    ["behind parameters", `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${sec1}`],
    ["with other line breaks", sec1.replaceAll("\n", "\r\n")],
  ];
  test.each(good)("%s", (_, text) => {
    expect(checkTlsKey(text, { key })).toBeUndefined();
  });

  const bad: readonly [name: string, text: string, words: string][] = [
    ["a certificate", signed, "certificate"],
    ["encrypted", lockedPkcs8, "encrypted"],
    ["encrypted in the older form", lockedPkcs1, "encrypted"],
    ["OpenSSH's own form", openSshKey(ed.privateKey), "OpenSSH"],
  ];
  test.each(bad)("not: %s", (_, text, words) => {
    const problem = checkTlsKey(text, { key });
    expect(problem).toMatchObject({ key, message: expect.stringContaining(words) });
    expectNoPartOf(text, problem);
  });

  test.each(damaged)("not: %s", (_, text) => {
    for (const check of [checkTlsKey, checkRsaKey, checkCertificates, checkCosignKey, checkSshIdentity]) {
      const problem = check(text, { key });
      expect(problem).toMatchObject({ key, hint: expect.stringMatching(/\w/) });
      expectNoPartOf(text, problem);
    }
  });

  test("of a GitHub App is one of RSA", () => {
    expect(checkRsaKey(pkcs1, { key })).toBeUndefined();
    expect(checkRsaKey(pkcs8(rsa.privateKey), { key })).toBeUndefined();
    expect(checkRsaKey(sec1, { key })?.message).toContain("RSA");
  });
});

describe("a certificate and a key", () => {
  const pairs: readonly [name: string, certificate: string, key: string, isOne: boolean][] = [
    ["of a curve", signed, pkcs8(ec.privateKey), true],
    ["of a curve, in another form", chain, sec1, true],
    ["of another key", signed, pkcs8(otherEc.privateKey), false],
    ["of another algorithm", signed, pkcs1, false],
    ["of RSA", certificate(rsa.publicKey, ec.privateKey), pkcs1, true],
    ["of Ed25519, where it cannot be said", certificate(ed.publicKey, ec.privateKey), pkcs8(ed.privateKey), true],
    ["that cannot be read", "canary", "canary", true],
  ];
  test.each(pairs)("%s", (_, left, right, isOne) => {
    expect(checkKeyPair(left, right, { key }) === undefined).toBe(isOne);
  });
});

describe("certificates", () => {
  test("are one or more", () => {
    expect(checkCertificates(signed, { key })).toBeUndefined();
    expect(checkCertificates(chain, { key })).toBeUndefined();
  });

  test("are not keys, and not anything else that is called so", () => {
    expect(checkCertificates(sec1, { key })?.message).toContain("private key");
    expect(checkCertificates(pem("CERTIFICATE", Buffer.from("canary")), { key })?.message).toContain("cannot be read");
  });
});

test("certificates in bytes are not judged where they are taken", () => {
  expect(checkCertificateFile("\u0030\ufffd", { key })).toBeUndefined();
  expect(checkCertificateFile(signed, { key })).toBeUndefined();
  expect(checkCertificateFile(sec1, { key })).toBeDefined();
});

describe("a public key of cosign", () => {
  test("is a block of PEM", () => {
    expect(checkCosignKey(spki(ec.publicKey), { key })).toBeUndefined();
    expect(checkCosignKey(signed, { key })?.message).toContain("no public key");
    expect(checkCosignKey(sec1, { key })?.message).toContain("private key");
  });
});

describe("an SSH identity", () => {
  const cases: readonly [name: string, text: string, hasPassword: boolean | undefined, words: string | undefined][] = [
    ["OpenSSH's own form", openSshKey(ed.publicKey), false, undefined],
    ["a key with a password too many", openSshKey(ed.publicKey), true, undefined],
    ["PKCS #8", pkcs8(ec.privateKey), false, undefined],
    ["SEC 1", sec1, false, undefined],
    ["encrypted, with a password", openSshKey(ed.publicKey, { isEncrypted: true }), true, undefined],
    ["encrypted, who knows", openSshKey(ed.publicKey, { isEncrypted: true }), undefined, undefined],
    ["encrypted, without a password", openSshKey(ed.publicKey, { isEncrypted: true }), false, "no password"],
    ["encrypted in PEM, with a password", lockedPkcs1, true, undefined],
    ["encrypted in PEM, without a password", lockedPkcs1, false, "no password"],
    ["encrypted in PKCS #8", lockedPkcs8, true, "PKCS #8"],
    ["a hardware token's", openSshKey(ed.publicKey, { type: "sk-ssh-ed25519@openssh.com" }), false, "hardware"],
    ["a public key", newPublicLine(), false, "public key"],
    ["PuTTY's form", "PuTTY-User-Key-File-3: ssh-ed25519\n", false, "PuTTY"],
    [
      "parameters in front",
      `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${sec1}`,
      false,
      "no private key",
    ],
  ];
  test.each(cases)("%s", (_, text, hasPassword, words) => {
    const problem = checkSshIdentity(text, { key, hasPassword });
    if (words === undefined) expect(problem).toBeUndefined();
    else expect(problem?.message).toContain(words);
    expectNoPartOf(text, problem);
  });
});
