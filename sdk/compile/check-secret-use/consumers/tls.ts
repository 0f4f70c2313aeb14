import type { Consumer } from "../consumer.ts";
import type { KnownSecret } from "../known-secret.ts";
import { missingKeys, type SecretFinding } from "../secret-finding.ts";

/**
 * What makes a TLS connection: it trusts a CA, shows a certificate, or both.
 *
 * Source: https://fluxcd.io/flux/components/source/helmrepositories/#cert-secret-reference
 */
export const tls: Consumer = {
  // A login may have a CA beside it.
  uses: () => ["tls", "basic-auth", "bearer-token", "github-app"],
  check(secret) {
    // The names that Flux knew first still count.
    const hasCertificate = !secret.lacks("tls.crt", "certFile");
    const hasKey = !secret.lacks("tls.key", "keyFile");
    if (hasCertificate && hasKey) return [];
    if (hasCertificate || hasKey) return halfPair(secret, hasCertificate);
    if (!secret.lacks("ca.crt", "caFile")) return [];
    const [finding] = missingKeys(secret, ["ca.crt"], "TLS");
    if (!finding) return [];
    const hint = `give "ca.crt" to trust a CA, "tls.crt" and "tls.key" to show a certificate, or all three`;
    return [{ ...finding, message: 'which has neither "ca.crt" nor "tls.crt" and "tls.key"', hint }];
  },
};

function halfPair(secret: KnownSecret, hasCertificate: boolean): readonly SecretFinding[] {
  return missingKeys(
    secret,
    [hasCertificate ? "tls.key" : "tls.crt"],
    "a certificate is of no use without its key: TLS",
  );
}
