import { checkCertificates } from "./certificates.ts";
import { checkKeyPair, checkTlsKey } from "./private-key-pem.ts";
import type { UseProblems } from "./use-problems.ts";

/** Reads the certificates that many Secrets may have beside what they are for. */
export function checkCertificateKeys(secret: UseProblems): void {
  secret.pair("tls.crt", "tls.key");
  secret.check("ca.crt", checkCertificates);
  const before = secret.found.length;
  secret.check("tls.crt", checkCertificates);
  secret.check("tls.key", checkTlsKey);
  const [certificate, key] = [secret.contents.text("tls.crt"), secret.contents.text("tls.key")];
  if (secret.found.length > before || certificate === undefined || key === undefined) return;
  secret.say(checkKeyPair(certificate, key, { key: "tls.key" }));
}
