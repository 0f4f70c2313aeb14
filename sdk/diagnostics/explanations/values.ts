import type { Explanations } from "./explanation.ts";

/** Why each `values/…` is a rule, and what it looks like. */
export const VALUES: Explanations<"values"> = {
  "values/outdated-lock": {
    why: "Values are checked with what sluice generate values wrote down of a chart. Of another version that may be wrong, so that nothing is said of the values.",
    wrong: {
      text: `
const chart = ociRepository("podinfo", { …, ref: { tag: "6.10.0" } });
{ "name": "podinfo", "version": "6.9.1", … }    // sluice.charts.json
`,
    },
    right: { text: "\n$ sluice generate values\n$ git add sluice.charts.json charts\n" },
  },
  "values/schema": {
    why: "Helm holds the values against the chart's schema before it does anything, and helm-controller installs and upgrades nothing then.",
    wrong: {
      text: `
helmRelease("cert-manager", { …, values: { replicaCount: "two" } });
{ "properties": { "replicaCount": { "type": "number" } } }    // values.schema.json
`,
    },
    right: { text: '\nhelmRelease("cert-manager", { …, values: { replicaCount: 2 } });\n' },
  },
  "values/stale": {
    why: "A chart's version may rename or drop a value. Helm says nothing of what it does not know, so the release takes the default instead. `sluice generate values --check` compares what is known of the version before with the one that is locked now.",
    wrong: {
      text: `
values: { log: { level: "debug" } }    // in the fleet

# -- The level of the log.
logLevel: info                         # in values.yaml of the chart's next version
`,
    },
    right: { text: '\nvalues: { logLevel: "debug" }\n' },
  },
  "values/unknown-key": {
    why: "A chart without a schema takes any key, and does nothing with one that its templates do not read: a word that is spelt wrong is never noticed.",
    wrong: { text: '\nhelmRelease("podinfo", { …, values: { replicaCuont: 2 } });\n' },
    right: { text: '\nhelmRelease("podinfo", { …, values: { replicaCount: 2 } });\n' },
  },
};
