// What clusters, directories, groups and overrides take.
import {
  cluster,
  configMap,
  directory,
  external,
  fleet,
  gitRepository,
  group,
  type HelmReleaseSpec,
  helmRelease,
  kustomization,
  namespace,
  override,
  type Resources,
  resource,
} from "sluice";

const git = gitRepository("fleet", { url: "https://git.acme.example/fleet", interval: "1m" });
const home = namespace("home");
declare const wanted: boolean;
declare const perhaps: typeof git | undefined;

const nested: Resources = [git, [home, [group({ namespace: home }, git)]], wanted && home, perhaps, null];
const web = directory("apps/web", nested, { namespace: "home", include: ["legacy.yaml"] });
const apps = kustomization("apps", { sourceRef: git, path: web, interval: "1h", prune: true });
const settings = configMap("settings", { data: { mode: "light" } });
const release = helmRelease("web", { interval: "1h", chartRef: external("OCIRepository", "web") });

cluster("a", { path: "clusters/a", flux: "2.9", resources: nested });
cluster("a", { path: "clusters/a", flux: "2.7", resources: apps });
// @ts-expect-error: no such minor
cluster("a", { path: "clusters/a", flux: "2.6", resources: apps });
// @ts-expect-error: the minor must be said
cluster("a", { path: "clusters/a", resources: apps });
// @ts-expect-error: a directory hangs under a Kustomization
cluster("a", { path: "clusters/a", flux: "2.9", resources: web });
// @ts-expect-error: a reference is not emitted, so it cannot be listed
cluster("a", { path: "clusters/a", flux: "2.9", resources: external("Secret", "a") });
// @ts-expect-error: `true` is no resource
cluster("a", { path: "clusters/a", flux: "2.9", resources: [wanted || apps] });
cluster("a", {
  path: "clusters/a",
  flux: "2.9",
  // @ts-expect-error: nor is a plain object: resource() makes one of it
  resources: { apiVersion: "v1", kind: "Pod", metadata: { name: "a" } },
});
cluster("a", { path: "clusters/a", flux: "2.9", resources: apps, sources: [{ source: git, root: "deploy" }] });
cluster("a", { path: "clusters/a", flux: "2.9", resources: apps, sources: [{ source: external("Bucket", "b") }] });
cluster("a", {
  path: "clusters/a",
  flux: "2.9",
  resources: apps,
  // @ts-expect-error: a chart repository delivers no repository
  sources: [{ source: external("HelmRepository", "b") }],
});

// @ts-expect-error: a path or a directory
kustomization("apps", { sourceRef: git, path: [home], interval: "1h", prune: true });

const a = cluster("a", { path: "clusters/a", flux: "2.9", resources: apps });
fleet(a);
fleet(a, [a, a]);
// @ts-expect-error: clusters
fleet(apps);

// Overrides know the kind's spec.
override(release, { spec: { values: { replicaCount: 2 } } });
override(release, { spec: { interval: "5m", upgrade: { remediation: { retries: 1 } } }, labels: { team: "web" } });
override(release, { spec: (spec) => ({ ...spec, interval: "5m" }), remove: ["spec.values.ingress"] });
override(apps, { spec: { prune: false, dependsOn: [] } });
// @ts-expect-error: not a field of a Kustomization
override(apps, { spec: { pruning: false } });
// @ts-expect-error: not a boolean
override(apps, { spec: { prune: "false" } });
// @ts-expect-error: a list is replaced whole, so its elements are whole
override(apps, { spec: { healthChecks: [{ namespace: "home" }] } });
// A kind without a spec has its body changed.
override(settings, { spec: { data: { mode: "dark" }, immutable: true } });
override(settings, { spec: (body) => ({ ...body, immutable: true }) });
// @ts-expect-error: not a field of a ConfigMap
override(settings, { spec: { dta: { mode: "dark" } } });
// @ts-expect-error: not a boolean
override(settings, { spec: { immutable: "yes" } });
override(external("HelmRelease", "web"), { spec: { interval: "5m" } });
override<HelmReleaseSpec>(external("HelmRelease", "web"), { spec: { interval: "5m" } });
// @ts-expect-error: the type was given, so it is checked
override<HelmReleaseSpec>(external("HelmRelease", "web"), { spec: { intervall: "5m" } });
// @ts-expect-error: the identity cannot change
override(apps, { name: "applications" });

// A resource() fits where its kind does.
const bucket = resource({
  apiVersion: "source.toolkit.fluxcd.io/v1",
  kind: "Bucket",
  metadata: { name: "b" },
  spec: {},
});
kustomization("apps", { sourceRef: bucket, interval: "1h", prune: true });
const pod = resource({ apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, spec: { containers: [] } });
// @ts-expect-error: a Pod is no source
kustomization("apps", { sourceRef: pod, interval: "1h", prune: true });
