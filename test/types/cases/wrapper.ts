// A company's own `app()`: flat overrides, spreads, and a part that may be left out.
import {
  directory,
  fluxSystem,
  type HelmReleaseSpec,
  type HelmReleaseSpecBase,
  helmRelease,
  type KustomizationSpecBase,
  kustomization,
  type OCIRepositorySpec,
  ociRepository,
  type RefTo,
  type Resource,
} from "sluice";

interface AppOptions {
  readonly release?: Partial<HelmReleaseSpecBase>;
  readonly sync?: Partial<KustomizationSpecBase>;
  readonly chart?: Partial<OCIRepositorySpec>;
  readonly after?: readonly RefTo<"Kustomization">[];
  readonly stateful?: boolean;
}

export function app(name: string, options: AppOptions = {}): Resource<"Kustomization"> {
  const chartRef = ociRepository(name, {
    url: "oci://ghcr.io/acme/charts/app",
    interval: "1h",
    ref: { semver: "4.x" },
    ...options.chart,
  });
  const base: HelmReleaseSpec = { chartRef, interval: "30m", values: { controllers: {} } };
  const release = helmRelease(name, {
    ...base,
    ...(options.stateful && { upgrade: { remediation: { retries: 0 } }, uninstall: { keepHistory: true } }),
    ...options.release,
  });
  return kustomization(name, {
    sourceRef: fluxSystem,
    path: directory(`apps/${name}`, [release]),
    interval: "1h",
    prune: !options.stateful,
    ...(options.after !== undefined ? { dependsOn: options.after } : {}),
    ...options.sync,
  });
}

const database = app("database", { stateful: true });
app("web", {
  after: [database],
  release: { timeout: "15m", values: { replicas: 2 }, valuesFrom: [{ kind: "ConfigMap", name: "web" }] },
  sync: { wait: true, interval: "10m" },
  chart: { ref: { tag: "4.1.0" } },
});
// @ts-expect-error: a misspelt override
app("web", { release: { timout: "15m" } });
// @ts-expect-error: the wrong type
app("web", { sync: { prune: "no" } });
// @ts-expect-error: not a Kustomization
app("web", { after: [fluxSystem] });
// @ts-expect-error: the chart is the wrapper's business
app("web", { release: { chartRef: { kind: "OCIRepository", name: "other" } } });

// The same with a spec that is assembled first.
export function typed(name: string, overrides: Partial<HelmReleaseSpecBase>) {
  const spec: HelmReleaseSpec = {
    interval: "1h",
    chart: { spec: { chart: name, sourceRef: { kind: "HelmRepository", name: "acme" } } },
    ...overrides,
  };
  return helmRelease(name, spec, { namespace: name });
}

// Overrides that someone else has merged already.
export function merged(name: string, defaults: Partial<HelmReleaseSpecBase>, overrides: Partial<HelmReleaseSpecBase>) {
  return helmRelease(name, {
    interval: "1h",
    chartRef: { kind: "OCIRepository", name },
    ...defaults,
    ...overrides,
    values: { ...defaults.values, ...overrides.values },
  });
}
