// The fleet of the measurements as plain data, the same for every contestant. Ten objects form a block: two GitRepositories, a
// HelmRepository, an OCIRepository, three Kustomizations and three HelmReleases. The texts are of the sorts that printing YAML
// is hard with: several lines, text that looks like numbers and booleans, quotes, other scripts.

/** How many objects a block has. */
export const BLOCK = 10;

/** A manifest as plain data, with the names of what it refers to. */
export interface PlainManifest<Spec extends object = object> {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: PlainMetadata;
  readonly spec: Spec;
}

export interface PlainMetadata {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Makes a block. What is made is nobody else's: a contestant may keep it, and nothing is shared between objects. */
export function block(number: number) {
  const id = String(number).padStart(4, "0");
  const team = TEAMS[number % TEAMS.length] ?? "platform";
  return {
    platform: gitRepository(`platform-${id}`, team, number),
    addons: gitRepository(`addons-${id}`, team, number + 1),
    charts: helmRepository(`charts-${id}`, team, number),
    images: ociRepository(`images-${id}`, team, number),
    infrastructure: kustomization(`infrastructure-${id}`, team, number, `platform-${id}`, []),
    configuration: kustomization(`configuration-${id}`, team, number, `addons-${id}`, [`infrastructure-${id}`]),
    applications: kustomization(`applications-${id}`, team, number, `platform-${id}`, [
      `infrastructure-${id}`,
      `configuration-${id}`,
    ]),
    web: helmRelease(`web-${id}`, team, number, ofRepository("web", `charts-${id}`)),
    api: helmRelease(`api-${id}`, team, number + 1, ofRepository("api", `charts-${id}`)),
    worker: helmRelease(`worker-${id}`, team, number + 2, {
      chartRef: { kind: "OCIRepository" as const, name: `images-${id}` },
    }),
  };
}

/** The manifests of a whole fleet, one block after the other. */
export function* manifests(count: number): Generator<PlainManifest> {
  for (let number = 0; number < count / BLOCK; number++) yield* Object.values(block(number));
}

const TEAMS = ["platform", "søk", "数据", "platform-données"];
const NAMESPACE = "flux-system";

function metadata(name: string, team: string, number: number): PlainMetadata {
  return {
    name,
    namespace: NAMESPACE,
    labels: {
      "app.kubernetes.io/part-of": "fleet",
      "app.kubernetes.io/instance": name,
      "acme.example/tier": number % 3 === 0 ? "on" : "off",
      "acme.example/build": `0${number}`,
    },
    annotations: {
      "acme.example/team": team,
      "acme.example/contact": `${team} <${team}@acme.example>`,
      "acme.example/description": `Delivers "${name}" for ${team}: don't edit it by hand`,
    },
  };
}

function gitRepository(name: string, team: string, number: number) {
  return {
    apiVersion: "source.toolkit.fluxcd.io/v1",
    kind: "GitRepository" as const,
    metadata: metadata(name, team, number),
    spec: {
      url: `ssh://git@github.com/acme/${name}`,
      interval: "1m0s",
      timeout: "60s",
      ref: number % 2 === 0 ? { branch: "main" } : { semver: ">=1.0.0 <2.0.0" },
      secretRef: { name: "platform-ssh" },
      provider: "generic" as const,
      recurseSubmodules: false,
      suspend: false,
      ignore: `# only what ${name} delivers\n/*\n!/clusters\n!/infrastructure\n!/apps\n# documents\n/**/*.md\n/**/docs/\n`,
    },
  };
}

function helmRepository(name: string, team: string, number: number) {
  return {
    apiVersion: "source.toolkit.fluxcd.io/v1",
    kind: "HelmRepository" as const,
    metadata: metadata(name, team, number),
    spec: {
      url: `https://charts.acme.example/${name}`,
      interval: "1h0m0s",
      timeout: "2m0s",
      passCredentials: false,
      secretRef: { name: "charts-credentials" },
    },
  };
}

function ociRepository(name: string, team: string, number: number) {
  return {
    apiVersion: "source.toolkit.fluxcd.io/v1",
    kind: "OCIRepository" as const,
    metadata: metadata(name, team, number),
    spec: {
      url: `oci://ghcr.io/acme/charts/${name}`,
      interval: "10m0s",
      timeout: "90s",
      provider: "generic" as const,
      ref: { semver: "6.x" },
      layerSelector: { mediaType: "application/vnd.cncf.helm.chart.content.v1.tar+gzip", operation: "copy" as const },
      verify: { provider: "cosign" as const, secretRef: { name: "cosign-keys" } },
    },
  };
}

function kustomization(name: string, team: string, number: number, source: string, dependsOn: readonly string[]) {
  return {
    apiVersion: "kustomize.toolkit.fluxcd.io/v1",
    kind: "Kustomization" as const,
    metadata: metadata(name, team, number),
    spec: {
      sourceRef: { kind: "GitRepository" as const, name: source },
      path: "./apps",
      interval: "10m0s",
      retryInterval: "2m0s",
      timeout: "5m0s",
      prune: true,
      wait: false,
      force: false,
      dependsOn: dependsOn.map((needed) => ({ name: needed })),
      commonMetadata: { labels: { "acme.example/source": source, "acme.example/generation": `${number}` } },
      deletionPolicy: "MirrorPrune" as const,
      postBuild: {
        substitute: {
          CLUSTER_NAME: `cluster-${number}`,
          CLUSTER_ID: `00${number}`,
          VERSION: "1.10",
          DEBUG: "off",
          REGION: "norddeutschland-ß",
          DOMAIN: `${name}.acme.example`,
          GREETING: 'say "hello": it\'s #1',
        },
      },
      healthChecks: [
        { apiVersion: "apps/v1", kind: "Deployment", name: `${name}-web`, namespace: "apps" },
        { apiVersion: "apps/v1", kind: "StatefulSet", name: `${name}-store`, namespace: "apps" },
      ],
      patches: [
        {
          patch: `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: all\nspec:\n  replicas: ${(number % 5) + 1}\n`,
          target: { kind: "Deployment", labelSelector: "app.kubernetes.io/part-of=fleet" },
        },
        {
          patch: `- op: replace\n  path: /spec/template/spec/nodeSelector\n  value:\n    acme.example/pool: pool-${number}\n`,
          target: { kind: "StatefulSet", name: ".*-store" },
        },
      ],
    },
  };
}

function ofRepository(chart: string, repository: string) {
  return {
    chart: {
      spec: {
        chart,
        version: ">=6.5.0 <7.0.0",
        sourceRef: { kind: "HelmRepository" as const, name: repository },
        interval: "12h0m0s",
        reconcileStrategy: "ChartVersion" as const,
      },
    },
  };
}

function helmRelease<Chart extends object>(name: string, team: string, number: number, chart: Chart) {
  return {
    apiVersion: "helm.toolkit.fluxcd.io/v2",
    kind: "HelmRelease" as const,
    metadata: metadata(name, team, number),
    spec: {
      ...chart,
      interval: "30m0s",
      timeout: "10m0s",
      releaseName: name,
      maxHistory: 5,
      install: { crds: "CreateReplace" as const, remediation: { retries: 3, remediateLastFailure: true } },
      upgrade: {
        crds: "CreateReplace" as const,
        cleanupOnFail: true,
        remediation: { retries: 3, strategy: "rollback" as const },
      },
      rollback: { timeout: "5m0s", cleanupOnFail: true },
      values: values(name, team, number),
    },
  };
}

function values(name: string, team: string, number: number): object {
  return {
    replicaCount: (number % 7) + 1,
    image: { repository: `ghcr.io/acme/${name}`, tag: `1.${number % 40}`, pullPolicy: "IfNotPresent" },
    nameOverride: "",
    logLevel: "info",
    tracing: "on",
    build: `1e${number % 9}`,
    ui: {
      color: "#34577c",
      message: `Grüße aus ${team}, "${name}" läuft`,
      cache: "tcp://cache.apps.svc:6379",
    },
    ingress: {
      enabled: true,
      className: "nginx",
      annotations: {
        "nginx.ingress.kubernetes.io/proxy-body-size": "8m",
        "nginx.ingress.kubernetes.io/ssl-redirect": "true",
        "cert-manager.io/cluster-issuer": "letsencrypt",
      },
      hosts: [{ host: `${name}.acme.example`, paths: [{ path: "/", pathType: "Prefix" }] }],
      tls: [{ secretName: `${name}-tls`, hosts: [`${name}.acme.example`] }],
    },
    resources: { requests: { cpu: "100m", memory: "128Mi" }, limits: { cpu: 2, memory: "512Mi" } },
    env: [
      { name: "MODE", value: "production" },
      { name: "WORKERS", value: String(number) },
      { name: "FEATURE_NEW_SEARCH", value: "yes" },
      { name: "RATIO", value: "0.75" },
      { name: "START", value: "2024-01-31" },
    ],
    probes: { liveness: { path: "/healthz", periodSeconds: 10 }, readiness: { path: "/readyz", failureThreshold: 3 } },
    config: `[server]\naddress = "0.0.0.0:8080"\nname = '${name}'\n\n[log]\nlevel = "debug"\n# ${team}\nformat = "json"\n`,
    script: `#!/bin/sh\nset -eu\necho "starting ${name}"\nexec /app --workers=${number}\n`,
    extraArgs: ["--verbose", `--shard=${number % 16}`, "--", "null", "~"],
  };
}
