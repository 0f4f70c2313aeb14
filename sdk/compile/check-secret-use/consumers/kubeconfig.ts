import type { Consumer } from "../consumer.ts";
import { missingKeys } from "../secret-finding.ts";

/**
 * What applies to another cluster.
 *
 * Source: https://fluxcd.io/flux/components/kustomize/kustomizations/#kubeconfig-remote-clusters
 */
export const kubeconfig: Consumer = {
  uses: () => ["kubeconfig"],
  check(secret, { reference }) {
    if (!reference.knows("key")) return [];
    const key = reference.text("key");
    if (key) return missingKeys(secret, [key], "kubeConfig.secretRef");
    if (!secret.lacks("value", "value.yaml")) return [];
    return [
      {
        code: "secret/missing-key",
        message: 'which has neither "value" nor "value.yaml"',
        hint: `call it "value", or name it beside the Secret: { name: …, key: ${JSON.stringify(secret.keys[0])} }`,
      },
    ];
  },
  reads(key, secret, { reference }) {
    const wanted = reference.text("key") || (secret.has("value") ? "value" : "value.yaml");
    return reference.knows("key") && key === wanted;
  },
};
