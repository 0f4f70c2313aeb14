// `app()` takes fields of three kinds, and a company's own function takes some of them on.
import {
  type AppOptions,
  app,
  external,
  fluxSystem,
  hashedConfigMap,
  helmRepository,
  type Kustomization,
  namespace,
  ociRepository,
} from "sluice";

const url = "oci://ghcr.io/acme/charts/app";
const sync = { sourceRef: fluxSystem, prune: true };

const first: Kustomization = app("first", { path: "apps/first", interval: "1h", chart: { url }, sync });
app("second", {
  path: "apps/second",
  interval: "1h",
  chart: { url, interval: "6h", ref: { semver: "1.x" } },
  namespace: namespace("apps"),
  release: { values: { replicas: 2 }, upgrade: { remediation: { retries: 3 } } },
  sync: { ...sync, dependsOn: [first], wait: true },
  resources: [hashedConfigMap("settings", { data: { a: "1" } }), false],
});
const charts = helmRepository("charts", { url: "https://charts.example.com", interval: "1h" });
app("third", { path: "c", interval: "1h", chart: { chart: "app", version: "1.x", sourceRef: charts }, sync });
app("fourth", { path: "d", interval: "1h", chart: ociRepository("shared", { url, interval: "1h" }), sync });
app("fifth", { path: "e", interval: "1h", chart: external("HelmChart", "app"), sync });

/** What a company's apps have in common. */
export function service(name: string, options: Partial<AppOptions> = {}): Kustomization {
  return app(name, { path: `apps/${name}`, interval: "1h", chart: { url }, sync, ...options });
}

interface ShopValues {
  readonly replicas?: number;
}

app<ShopValues>("typed", { path: "t", interval: "1h", chart: { url }, sync, release: { values: { replicas: 2 } } });
const shop: AppOptions<ShopValues> = { path: "s", interval: "1h", chart: { url }, sync };
app<ShopValues>("shop", { ...shop, release: { interval: "2h" } });

// @ts-expect-error: the chart has no such value
app<ShopValues>("a", { path: "t", interval: "1h", chart: { url }, sync, release: { values: { replica: 2 } } });
// @ts-expect-error: Flux has to be told whether it may prune
app("a", { path: "a", interval: "1h", chart: { url }, sync: { sourceRef: fluxSystem } });
// @ts-expect-error: the path is that of the app
app("b", { path: "b", interval: "1h", chart: { url }, sync: { ...sync, path: "./other" } });
// @ts-expect-error: a chart comes from somewhere
app("c", { path: "c", interval: "1h", sync });
// @ts-expect-error: the chart is said once
app("d", { path: "d", interval: "1h", chart: { url }, sync, release: { chart: { spec: { chart: "x" } } } });
// @ts-expect-error: no kind has such a field
app("e", { path: "e", interval: "1h", chart: { url }, sync, release: { replicas: 2 } });
// @ts-expect-error: a name follows from content that is known
hashedConfigMap("f", { data: { a: { get: () => "x", apply: () => "x" } } });
