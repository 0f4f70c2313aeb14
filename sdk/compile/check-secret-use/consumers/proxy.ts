import type { Consumer } from "../consumer.ts";
import { missingKeys } from "../secret-finding.ts";

/**
 * What goes through a proxy.
 *
 * Source: https://fluxcd.io/flux/components/source/gitrepositories/#proxy-secret-reference
 */
export const proxy: Consumer = {
  uses: () => ["proxy"],
  check(secret) {
    const missing = missingKeys(secret, ["address"], "what goes through a proxy");
    if (missing.length > 0 || !secret.has("password") || !secret.lacks("username")) return missing;
    return [
      {
        code: "secret/unfit-key",
        message: 'whose "password" is not read without a "username"',
        hint: 'add "username", or leave "password" out',
        severity: "warning",
      },
    ];
  },
};
