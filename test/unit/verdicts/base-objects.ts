/** An object of Kubernetes as plain data. */
export interface PlainObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly spec: Readonly<Record<string, unknown>>;
}

const SPECS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  Alert: { providerRef: { name: "slack" }, eventSources: [{ kind: "GitRepository", name: "fleet" }] },
  ArtifactGenerator: {
    sources: [{ alias: "app", kind: "GitRepository", name: "fleet" }],
    artifacts: [{ name: "app", copy: [{ from: "@app/**", to: "@artifact/" }] }],
  },
  Bucket: { interval: "5m", bucketName: "fleet", endpoint: "minio.acme.example" },
  ExternalArtifact: { sourceRef: { apiVersion: "v1", kind: "ConfigMap", name: "fleet" } },
  FluxInstance: { distribution: { version: "2.x", registry: "ghcr.io/fluxcd" } },
  FluxReport: { distribution: { entitlement: "none", status: "Installed" } },
  GitRepository: { interval: "1m", url: "https://git.acme.example/fleet" },
  HelmChart: { interval: "1m", chart: "podinfo", sourceRef: { kind: "HelmRepository", name: "charts" } },
  HelmRelease: { interval: "30m", chartRef: { kind: "OCIRepository", name: "podinfo" } },
  HelmRepository: { url: "https://charts.acme.example" },
  ImagePolicy: { imageRepositoryRef: { name: "app" }, policy: { semver: { range: "1.x" } } },
  ImageRepository: { image: "ghcr.io/acme/app", interval: "5m" },
  ImageUpdateAutomation: {
    interval: "30m",
    sourceRef: { kind: "GitRepository", name: "fleet" },
    git: { commit: { author: { email: "bot@acme.example" } } },
  },
  Kustomization: { interval: "10m", prune: true, sourceRef: { kind: "GitRepository", name: "fleet" } },
  OCIRepository: { interval: "1h", url: "oci://ghcr.io/acme/app" },
  Provider: { type: "slack" },
  Receiver: { type: "github", secretRef: { name: "token" }, resources: [{ kind: "GitRepository", name: "fleet" }] },
  ResourceSet: { resources: [{ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "app" } }] },
  ResourceSetInputProvider: { type: "Static" },
};

/** Names that a rule asks for. */
const NAMES: Readonly<Record<string, string>> = { FluxInstance: "flux", FluxReport: "flux" };

/** A valid object of a kind, with little more than it needs. */
export function baseObject(apiVersion: string, kind: string): PlainObject {
  const spec = SPECS[kind];
  if (spec === undefined) throw new Error(`${kind} has no valid object here: add one`);
  return { apiVersion, kind, metadata: { name: NAMES[kind] ?? "app", namespace: "apps" }, spec };
}
