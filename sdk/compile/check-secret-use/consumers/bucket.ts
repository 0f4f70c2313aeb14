import type { Consumer } from "../consumer.ts";
import type { KnownSecret } from "../known-secret.ts";
import { missingKeys, type SecretFinding } from "../secret-finding.ts";

/**
 * What reads a bucket: the provider says which keys.
 *
 * Source: https://fluxcd.io/flux/components/source/buckets/#provider
 */
export const bucket: Consumer = {
  uses: () => ["bucket"],
  check(secret, { spec }) {
    if (!spec.knows("provider")) return [];
    const provider = spec.text("provider") ?? "generic";
    switch (provider) {
      case "generic":
      case "aws":
        return missingKeys(secret, ["accesskey", "secretkey"], `a Bucket with provider "${provider}"`);
      case "gcp":
        return missingKeys(secret, ["serviceaccount"], 'a Bucket with provider "gcp"');
      case "azure":
        return checkAzure(secret);
      default:
        return [];
    }
  },
};

function checkAzure(secret: KnownSecret): readonly SecretFinding[] {
  if (!secret.lacks("clientId", "accountKey", "sasKey", "authorityHost")) return [];
  return [
    {
      code: "secret/missing-key",
      message: "which holds no login at Azure",
      hint: 'give "accountKey", "sasKey", "clientId" alone for a managed identity, or "tenantId", "clientId" and "clientSecret"',
    },
  ];
}
