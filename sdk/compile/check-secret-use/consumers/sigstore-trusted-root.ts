import type { Consumer } from "../consumer.ts";
import { missingKeys } from "../secret-finding.ts";

/**
 * What trusts a Sigstore of its own.
 *
 * Source: https://fluxcd.io/flux/components/source/ocirepositories/#verification
 */
export const sigstoreTrustedRoot: Consumer = {
  uses: () => ["sigstore-trusted-root"],
  check: (secret) => missingKeys(secret, ["trusted_root.json"], "the verification"),
};
