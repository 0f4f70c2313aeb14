import type { Explanations } from "./explanation.ts";

/** Why each `chart/…` is a rule, and what it looks like. */
export const CHART: Explanations<"chart"> = {
  "chart/drift": {
    why: "With --check nothing is written. Types of another version of a chart take values that it does not know, and a build would check with its rules.",
    wrong: {
      text: `
$ git diff sluice.charts.json
-      "version": "6.9.1",
+      "version": "6.10.0",
$ sluice generate values --check
`,
    },
    right: {
      text: `
$ sluice generate values    # fetches 6.10.0, and corrects its digest
$ git add sluice.charts.json charts
`,
    },
  },
  "chart/edited-file": {
    why: "A generated file holds a digest of its content. Where it does not fit, somebody has changed the file, and writing it again would lose the change.",
    wrong: {
      text: `
// charts/podinfo.ts
export interface PodinfoValues {
  readonly myOwnKey?: string;
`,
    },
    right: {
      text: `
// podinfo-values.ts
import type { PodinfoValues } from "./charts/podinfo.ts";
export interface MyPodinfoValues extends PodinfoValues {
  readonly myOwnKey?: string;
}
`,
    },
  },
  "chart/foreign-file": {
    why: "The file does not start as generated files do, so it is somebody's own.",
    wrong: { text: "\n$ ls src\npodinfo.ts\n$ sluice generate values --out src\n" },
    right: { text: "\n$ sluice generate values --out src/charts    # a folder of their own\n" },
  },
  "chart/locked-version": {
    why: "The cluster installs what the fleet asks for, whatever the lock says, so types and checks have to be of that version. Bots may change a version in the lock within the range of the fleet.",
    wrong: {
      text: `
chart: { spec: { chart: "podinfo", version: "6.9.1", sourceRef: charts } }    // platform.ts
{ "name": "podinfo", "version": "6.10.0", … }                                 // sluice.charts.json
`,
    },
    right: {
      text: `
chart: { spec: { chart: "podinfo", version: "6.x", sourceRef: charts } }      // platform.ts
{ "name": "podinfo", "range": "6.x", "version": "6.10.0", … }                 // sluice.charts.json
`,
    },
  },
  "chart/not-written": {
    why: "The system did not let the file be written. The command can be run again when it does.",
    wrong: { text: "\n$ chmod -w charts\n$ sluice generate values\n" },
    right: { text: "\n$ chmod +w charts\n$ sluice generate values\n" },
  },
  "chart/unknown": {
    why: "Types and checks need the chart. It is not known where a source is not in the program, is a bucket or another Git repository, or has an address or version that is decided later.",
    wrong: {
      text: `
chart: { spec: { chart: "charts/web", sourceRef: external("GitRepository", "shop") } }
$ sluice generate values
`,
    },
    right: { text: "\n$ sluice generate values ../shop/charts/web    # from where you have it\n" },
  },
};
