import type { Consumer } from "../consumer.ts";

const NAMES: ReadonlySet<string> = new Set(["sops.vault-token", "sops.aws-kms", "sops.azure-kv", "sops.gcp-kms"]);

/**
 * What decrypts files of SOPS: the names of the keys say what they are.
 *
 * Source: https://fluxcd.io/flux/components/kustomize/kustomizations/#decryption-secret-reference
 */
export const sopsKeys: Consumer = {
  uses: () => ["sops-keys"],
  check(secret) {
    if (!secret.lacksAny((key) => /\.(?:agekey|asc)$/.test(key) || NAMES.has(key))) return [];
    return [
      {
        code: "secret/missing-key",
        message: "which holds no key that is read: none of them has such a name",
        hint: 'call a key of age "NAME.agekey", one of PGP "NAME.asc", and credentials "sops.vault-token", "sops.aws-kms", "sops.azure-kv" or "sops.gcp-kms"',
        // The identity of the controller may decrypt what keys of a cloud encrypted.
        severity: "warning",
      },
    ];
  },
};
