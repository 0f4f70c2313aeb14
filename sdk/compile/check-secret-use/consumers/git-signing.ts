import type { Consumer } from "../consumer.ts";
import { missingKeys } from "../secret-finding.ts";

/**
 * What signs commits: the type of the key says which is read.
 *
 * Source: https://fluxcd.io/flux/components/image/imageupdateautomations/#signing-key
 */
export const gitSigning: Consumer = {
  uses: () => ["git-signing-key"],
  check(secret, { holder }) {
    if (!holder.knows("type")) return [];
    const type = holder.text("type") ?? "gpg";
    if (type !== "gpg" && type !== "ssh") return [];
    return missingKeys(secret, [type === "ssh" ? "identity" : "git.asc"], `a signing key of type "${type}"`);
  },
  reads: (key, _secret, { holder }) => holder.knows("type") && (key === "identity") === (holder.text("type") === "ssh"),
};
