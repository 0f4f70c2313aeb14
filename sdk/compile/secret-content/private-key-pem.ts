import { pemBlocks } from "../../model/keys/pem.ts";
import { isPrivateLabel, type PrivateKey, privateKeyOf } from "../../model/keys/private-key.ts";
import { certificateKey, isSameKey, type PublicKey } from "../../model/keys/public-key.ts";
import { pemTrouble } from "./pem-trouble.ts";
import type { KeyAbout, SecretProblem } from "./secret-problem.ts";

const WANTED = 'a private key in PEM: "-----BEGIN PRIVATE KEY-----" and what follows';

/** Reads the private key of a certificate, as Go's TLS does: in PEM, and not encrypted. */
export function checkTlsKey(text: string, { key }: KeyAbout): SecretProblem | undefined {
  const found = firstKey(text);
  if (found === undefined) {
    const hasCertificate = pemBlocks(text).some(({ label }) => label === "CERTIFICATE");
    return hasCertificate
      ? { key, message: "holds a certificate, and no private key", hint: `give ${WANTED}` }
      : { key, ...pemTrouble(text, WANTED) };
  }
  if (found === "broken") return { key, message: "holds a private key that cannot be read", hint: `give ${WANTED}` };
  if (found.form === "openssh") {
    return {
      key,
      message: "holds a private key in OpenSSH's own form, which TLS does not read",
      hint: "convert a copy of it: ssh-keygen -p -m PKCS8 -f FILE",
    };
  }
  if (!found.isEncrypted) return undefined;
  return {
    key,
    message: "holds a private key that is encrypted, and there is nowhere to give its password",
    hint: "give it without a password: openssl pkey -in FILE -out OTHER",
  };
}

/** Compares a certificate with a private key. Silent where one of them cannot be read, or where that cannot be said. */
export function checkKeyPair(certificate: string, privateKey: string, { key }: KeyAbout): SecretProblem | undefined {
  const [first] = pemBlocks(certificate).filter(({ label }) => label === "CERTIFICATE");
  const its: PublicKey | undefined = first && certificateKey(first.bytes);
  const found = firstKey(privateKey);
  if (!its || found === undefined || found === "broken" || found.form !== "pem" || !found.publicKey) return undefined;
  if (isSameKey(its, found.publicKey) !== false) return undefined;
  return {
    key,
    message: "is the private key of another certificate",
    hint: "give the key that the certificate was made for; the client's own certificate comes first, those that signed it behind",
  };
}

/** Reads the private key of a GitHub App: RSA, in PEM, and not encrypted. */
export function checkRsaKey(text: string, about: KeyAbout): SecretProblem | undefined {
  const problem = checkTlsKey(text, about);
  if (problem) return problem;
  const found = firstKey(text);
  const isRsa = typeof found === "object" && found.form === "pem" && found.publicKey?.type === "rsa";
  if (isRsa) return undefined;
  return {
    key: about.key,
    message: "holds a private key that is not one of RSA",
    hint: "give the key that was downloaded from the App's page",
  };
}

/** The first private key of a text: Go passes over whatever else is there. */
function firstKey(text: string): PrivateKey | "broken" | undefined {
  const block = pemBlocks(text).find(({ label }) => isPrivateLabel(label));
  return block && (privateKeyOf(block) ?? "broken");
}
