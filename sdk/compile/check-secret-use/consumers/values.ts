import type { Consumer } from "../consumer.ts";
import { missingKeys } from "../secret-finding.ts";

/**
 * What reads values of a chart.
 *
 * Source: https://fluxcd.io/flux/components/helm/helmreleases/#values-references
 */
export const values: Consumer = {
  uses: () => undefined,
  check(secret, { reference }) {
    if (!reference.knows("valuesKey") || reference.isTrue("optional")) return [];
    return missingKeys(secret, [reference.text("valuesKey") ?? "values.yaml"], "valuesFrom");
  },
};
