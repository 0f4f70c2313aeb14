import type { Explanations } from "./explanation.ts";

/** Why each `chart/…` is a rule, and what it looks like. */
export const CHART: Explanations<"chart"> = {
  "chart/broken-lock": {
    why: "sluice.charts.json says which versions of charts the values are typed and checked with. Half of it would be taken for all, and charts without an entry get the newest version.",
    wrong: { text: '\n{ "lockVersion": 1, "out": "charts", "charts": [{ "name": "podinfo" }] }\n' },
    right: { text: "\n$ git checkout sluice.charts.json    # or remove it, and run sluice generate values\n" },
  },
  "chart/changed": {
    why: "Who publishes another archive under a version that is out changes what every cluster installs, and nobody can tell a mistake from an attack by its name.",
    wrong: {
      text: '\n{ "version": "6.9.1", "digest": "sha256:3c1f…", … }    # and the repository gives sha256:88ab…\n',
    },
    right: { text: "\n$ sluice generate values --update podinfo    # once it is known why\n" },
  },
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
    why: "What was generated says so in its first lines. This file does not, so somebody wrote it, and may need it.",
    wrong: { text: "\n$ ls src\npodinfo.ts\n$ sluice generate values --out src\n" },
    right: { text: "\n$ sluice generate values --out src/charts    # a folder of their own\n" },
  },
  "chart/invalid": {
    why: "Types are made of what a chart says, and Helm itself stops at a chart that it cannot read. Archives come from elsewhere, so one whose paths lead out of its folder, or that unpacks without an end, is not read at all.",
    wrong: { text: "\n$ cat charts/shop/Chart.yaml\napiVersion: v2\nname: shop\nversion: next\n" },
    right: { text: '\n$ cat charts/shop/Chart.yaml\napiVersion: v2\nname: shop\nversion: "1.10.0"\n' },
  },
  "chart/invalid-schema": {
    why: "Helm installs no chart whose schema it cannot read, unless schemas are not checked at all. Types are made of the default values instead.",
    wrong: {
      text: '\n{ "properties": { "image": { "$ref": "#/$defs/image" } } }    // values.schema.json, without "$defs"\n',
    },
    right: {
      text: '\n{ "properties": { "image": { "$ref": "#/$defs/image" } }, "$defs": { "image": { "type": "object" } } }\n',
    },
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
  "chart/missing-dependency": {
    why: "The folder of a chart often holds no dependencies, which are fetched when it is packed. Without them nobody can tell what their templates read, so the types take anything there.",
    wrong: { text: "\n$ ls charts/shop/charts    # Chart.yaml names redis\n$ sluice generate values charts/shop\n" },
    right: { text: "\n$ helm dependency build charts/shop\n$ sluice generate values charts/shop\n" },
  },
  "chart/missing-reference": {
    why: "A chart's schema may refer to documents elsewhere. They are fetched once, when types are generated, so that a build needs no network.",
    wrong: { text: "\n$ sluice generate values charts/web    # behind a proxy that does not answer\n" },
    right: {
      text: "\n$ sluice generate values charts/web --resolve https://schemas.example.com/=schemas/\n",
    },
  },
  "chart/no-version": {
    why: "Flux installs the newest version in the range that a source gives. Where there is none, the release fails with it.",
    wrong: { text: '\nref: { semver: "7.x" }    # of a chart whose newest version is 6.9.1\n' },
    right: { text: '\nref: { semver: "6.x" }\n' },
  },
  "chart/not-fetched": {
    why: "The types of values are made of the chart that is installed, so it has to be read once. A build reads what was written then, and fetches nothing.",
    wrong: {
      text: "\n$ sluice generate values oci://ghcr.io/acme/charts/shop@1.2.0 --out charts    # a private registry\n",
    },
    right: {
      text: "\n$ helm registry login ghcr.io\n$ sluice generate values oci://ghcr.io/acme/charts/shop@1.2.0 --out charts\n",
    },
  },
  "chart/not-found": {
    why: "A release of a chart that is not where it is looked for is never installed.",
    wrong: {
      text: '\nchart: { spec: { chart: "./charts/shoop", sourceRef: fluxSystem } }    # the folder is charts/shop\n',
    },
    right: { text: '\nchart: { spec: { chart: "./charts/shop", sourceRef: fluxSystem } }\n' },
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
