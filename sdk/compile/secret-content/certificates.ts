import { pemBlocks } from "../../model/keys/pem.ts";
import { isPrivateLabel } from "../../model/keys/private-key.ts";
import { certificateKey } from "../../model/keys/public-key.ts";
import { pemTrouble } from "./pem-trouble.ts";
import type { KeyAbout, SecretProblem } from "./secret-problem.ts";

const WANTED = 'certificates in PEM: "-----BEGIN CERTIFICATE-----" and what follows';

/** Reads certificates in PEM: those of an authority, or of a client with those that signed it. One that can be read is enough. */
export function checkCertificates(text: string, { key }: KeyAbout): SecretProblem | undefined {
  const blocks = pemBlocks(text);
  const certificates = blocks.filter(({ label }) => label === "CERTIFICATE");
  if (certificates.some(({ bytes }) => certificateKey(bytes))) return undefined;
  if (certificates.length > 0) {
    return { key, message: "holds a certificate that cannot be read", hint: `give ${WANTED}` };
  }
  if (blocks.some(({ label }) => isPrivateLabel(label))) {
    return { key, message: "holds a private key, and no certificate", hint: `give ${WANTED}` };
  }
  return { key, ...pemTrouble(text, WANTED) };
}

/** Reads certificates where their bytes are taken too: DER, or PKCS #12 with a key. Only what looks like PEM is judged. */
export function checkCertificateFile(text: string, about: KeyAbout): SecretProblem | undefined {
  return text.includes("-----BEGIN ") ? checkCertificates(text, about) : undefined;
}
