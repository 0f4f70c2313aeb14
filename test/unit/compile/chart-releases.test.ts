import { expect, test } from "vitest";
import { type ChartRelease, chartReleases } from "../../../sdk/compile/chart-releases.ts";
import {
  bucket,
  external,
  fluxSystem,
  gitRepository,
  type HelmReleaseSpec,
  helmChart,
  helmRelease,
  helmRepository,
  type Input,
  type ObjectRef,
  ociRepository,
  type Resources,
  substitution,
} from "../../../sdk/index.ts";
import { output } from "../output-stand-in.ts";
import { compileResources } from "./compile-fleet.ts";

const options = { namespace: "apps" };
const charts = helmRepository("charts", { url: "https://charts.example.com/", interval: "1h" });
const registry = helmRepository("registry", { type: "oci", url: "oci://example.com/charts" });
const own = gitRepository("own", { url: "https://example.com/fleet", interval: "1m" });
const other = gitRepository("other", { url: "https://example.com/other", interval: "1m" });
const store = bucket("store", { endpoint: "s3.example.com", bucketName: "charts", interval: "1m" });
const oci = { url: "oci://example.com/charts/web", interval: "1m" } as const;

/** The releases of a cluster, one of which delivers this repository from `own`. */
function releasesOf(resources: Resources): readonly ChartRelease[] {
  const { compiled } = compileResources(resources, {
    sources: [{ source: own, root: "deploy" }, { source: fluxSystem }],
  });
  return chartReleases(compiled);
}

function chartOf(spec: Omit<HelmReleaseSpec, "interval">, ...others: readonly Resources[]): unknown {
  // The union of a chart and a reference to one is lost in the rest.
  const whole = { interval: "10m", ...spec } as HelmReleaseSpec;
  const [release] = releasesOf([helmRelease("web", whole, options), ...others]);
  return release?.chart.type === "known" ? release.chart.reference : release?.chart.why;
}

const picked = (sourceRef: object, version?: Input<string>, chart = "web"): Omit<HelmReleaseSpec, "interval"> => ({
  // What is no source is what is tried.
  chart: { spec: { chart, version, sourceRef: sourceRef as typeof charts } },
});

test.each<[what: string, spec: Omit<HelmReleaseSpec, "interval">, want: unknown]>([
  [
    "a repository",
    picked(charts, "1.2.3"),
    { repository: "https://charts.example.com", name: "web", version: "1.2.3" },
  ],
  ["any version", picked(charts), { repository: "https://charts.example.com", name: "web", version: "*" }],
  ["a range", picked(charts, "1.x"), { repository: "https://charts.example.com", name: "web", version: "1.x" }],
  ["a registry", picked(registry, "1.2.3"), { repository: "oci://example.com/charts", name: "web", version: "1.2.3" }],
  ["a folder", picked(own, undefined, "./charts/web/"), { repository: ".", name: "deploy/charts/web" }],
  ["a folder that leads out", picked(own, undefined, "../../web"), { repository: ".", name: "deploy/web" }],
  ["a folder of what bootstrap made", picked(fluxSystem, undefined, "web"), { repository: ".", name: "web" }],
  ["another repository", picked(other), "GitRepository flux-system/other does not deliver this repository"],
  ["a bucket", picked(store), "the program does not say what is in Bucket flux-system/store"],
  [
    "what is elsewhere",
    picked(external("HelmRepository", "far", "infra")),
    "the program does not say what is in HelmRepository infra/far",
  ],
  [
    "a tag",
    { chartRef: ociRepository("web", { ...oci, ref: { tag: "1.2.3_build" } }) },
    { repository: "oci://example.com/charts", name: "web", version: "1.2.3+build" },
  ],
  [
    "a range of tags",
    { chartRef: ociRepository("web", { ...oci, ref: { tag: "1.2.3", semver: ">=1.0.0" } }) },
    { repository: "oci://example.com/charts", name: "web", version: ">=1.0.0" },
  ],
  [
    "some tags of a range",
    { chartRef: ociRepository("web", { ...oci, ref: { semver: "1.x", semverFilter: ".*-rc" } }) },
    "semverFilter of OCIRepository flux-system/web chooses among its versions",
  ],
  [
    "a digest",
    { chartRef: ociRepository("web", { ...oci, ref: { tag: "1.2.3", digest: `sha256:${"0".repeat(64)}` } }) },
    { repository: "oci://example.com/charts", name: "web", digest: `sha256:${"0".repeat(64)}` },
  ],
  [
    "no tag",
    { chartRef: ociRepository("web", oci) },
    { repository: "oci://example.com/charts", name: "web", version: "latest" },
  ],
  [
    "a chart of its own",
    { chartRef: helmChart("web", { chart: "web", version: "2.x", sourceRef: registry, interval: "1m" }) },
    { repository: "oci://example.com/charts", name: "web", version: "2.x" },
  ],
  [
    "what a controller makes",
    { chartRef: { kind: "ExternalArtifact", name: "web" } },
    "the program does not say what is in ExternalArtifact apps/web",
  ],
  ["a version that is known later", picked(charts, output()), "spec.chart.spec.version is known later"],
  [
    "a version that Flux fills in",
    { chart: { spec: { chart: "web", version: substitution("WEB"), sourceRef: charts } } },
    "spec.chart.spec.version is known later",
  ],
])("finds the chart of a release: %s", (_, spec, want) => {
  expect(chartOf(spec)).toEqual(want);
});

test("names resolve within the cluster, in the release's namespace", () => {
  const named: ObjectRef<"OCIRepository"> = { kind: "OCIRepository", name: "web" };
  const web = ociRepository("web", { ...oci, ref: { tag: "1.0.0" } }, options);
  expect(chartOf({ chartRef: named }, web)).toEqual({
    repository: "oci://example.com/charts",
    name: "web",
    version: "1.0.0",
  });
  const elsewhere = ociRepository("web", { ...oci, ref: { tag: "1.0.0" } }, { namespace: "other" });
  expect(chartOf({ chartRef: named }, elsewhere)).toBe("the program does not say what is in OCIRepository apps/web");
});
