import type { Consumer } from "../consumer.ts";
import { missingKeys } from "../secret-finding.ts";

/**
 * What verifies signatures of artifacts and charts: with public keys, or with a policy and certificates.
 *
 * Source: https://fluxcd.io/flux/components/source/ocirepositories/#verification
 */
export const artifactVerification: Consumer = {
  uses({ holder }) {
    if (!holder.knows("provider")) return ["cosign-keys", "notation-trust"];
    return holder.text("provider") === "notation" ? ["notation-trust"] : ["cosign-keys"];
  },
  check(secret, { holder }) {
    if (!holder.knows("provider")) return [];
    if (holder.text("provider") !== "notation") {
      if (!secret.lacksAny((key) => key.endsWith(".pub"))) return [];
      return [
        {
          code: "secret/missing-key",
          message: "which holds no public key: no name of a key ends with .pub",
          hint: 'call it "cosign.pub"',
        },
      ];
    }
    const missing = missingKeys(secret, ["trustpolicy.json"], "Notation");
    if (missing.length > 0 || !secret.lacksAny((key) => /\.(?:crt|pem)$/.test(key))) return missing;
    return [
      {
        code: "secret/missing-key",
        message: "which holds no certificate: no name of a key ends with .crt or .pem",
        hint: 'add the certificates that are trusted, as "ca.crt"',
      },
    ];
  },
  without({ holder }) {
    if (!holder.knows("provider") || holder.text("provider") !== "notation") return undefined;
    return {
      message: "verifies signatures of Notation, and names no Secret with a trust policy and certificates",
      hint: "make one with notationSecret(), and give it here",
    };
  },
};
