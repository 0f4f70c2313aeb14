import type { Consumer } from "../consumer.ts";
import { missingKeys } from "../secret-finding.ts";

/** The Flux minors whose webhooks of Google's registry say who sends them by a token alone. */
const TOKEN_ALONE: ReadonlySet<string> = new Set(["2.7", "2.8"]);

/**
 * What receives webhooks.
 *
 * Source: https://fluxcd.io/flux/components/notification/receivers/#secret-reference
 */
export const receiver: Consumer = {
  uses: () => ["webhook-token"],
  check(secret, { spec, flux }) {
    const token = missingKeys(secret, ["token"], "a Receiver");
    if (token.length > 0 || !spec.knows("type") || spec.text("type") !== "gcr" || TOKEN_ALONE.has(flux)) return token;
    return missingKeys(secret, ["token", "email", "audience"], 'a Receiver of type "gcr"');
  },
};
