import type { Consumer } from "../consumer.ts";

const NAME = /^[_A-Za-z][_A-Za-z0-9]*$/;

/**
 * What substitutes variables: every key becomes one.
 *
 * Source: https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution
 */
export const variables: Consumer = {
  uses: () => undefined,
  check(secret) {
    const wrong = secret.keys.find((key) => !NAME.test(key));
    if (wrong === undefined) return [];
    return [
      {
        code: "secret/unfit-key",
        message: `whose key ${JSON.stringify(wrong)} is no name of a variable, and all of its keys become variables`,
        hint: "a name has letters, digits and underscores, and starts with no digit: give a Secret of its own to the variables",
      },
    ];
  },
};
