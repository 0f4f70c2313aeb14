import type { Consumer } from "../consumer.ts";
import { missingKeys } from "../secret-finding.ts";

/**
 * What fetches keys of a bucket for a login of LDAP.
 *
 * Source: https://fluxcd.io/flux/components/source/buckets/#sts
 */
export const bucketSts: Consumer = {
  uses: () => ["basic-auth"],
  check(secret, { holder }) {
    if (!holder.knows("provider") || holder.text("provider") !== "ldap") return [];
    return missingKeys(secret, ["username", "password"], "the token service");
  },
};
