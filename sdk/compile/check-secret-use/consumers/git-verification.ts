import type { Consumer } from "../consumer.ts";

/**
 * What verifies signatures of commits and tags. It takes any key whose name it does not know for an OpenPGP key, so that no name is
 * wrong.
 *
 * Source: https://fluxcd.io/flux/components/source/gitrepositories/#verification
 */
export const gitVerification: Consumer = {
  uses: () => ["git-verification-keys"],
  check: () => [],
};
