// References as they are written at a call: literals are checked for fields that do not exist, too.
import {
  configMap,
  encryptedFile,
  external,
  fluxSystem,
  gitRepository,
  helmRelease,
  helmRepository,
  kustomization,
  namespace,
  ociRepository,
  resource,
  serviceAccount,
  substitution,
} from "sluice";

const git = gitRepository("git", { url: "https://git.acme.example/fleet", interval: "1m" });
const oci = ociRepository("oci", { url: "oci://registry.acme.example/fleet", interval: "1m" });
const helm = helmRepository("helm", { url: "https://charts.acme.example" });
const bucket = resource({
  apiVersion: "source.toolkit.fluxcd.io/v1",
  kind: "Bucket",
  metadata: { name: "b" },
  spec: {},
});
const settings = configMap("settings", { data: { a: "b" } });
const token = encryptedFile("token", "secrets/token.yaml");
const deployer = serviceAccount("deployer");
const home = namespace("home");

const sync = { path: "./apps", interval: "1h", prune: true } as const;
const infra = kustomization("infra", { ...sync, sourceRef: git });

// sourceRef: the resource, a reference, Flux's own object.
kustomization("a", { ...sync, sourceRef: oci });
kustomization("a", { ...sync, sourceRef: bucket });
kustomization("a", { ...sync, sourceRef: fluxSystem });
kustomization("a", { ...sync, sourceRef: external("ExternalArtifact", "apps") });
kustomization("a", { ...sync, sourceRef: { kind: "GitRepository", name: "flux-system", namespace: "flux-system" } });
kustomization("a", { ...sync, sourceRef: { kind: "GitRepository", name: substitution("SOURCE") } });
// @ts-expect-error: no manifests in there
kustomization("a", { ...sync, sourceRef: helm });
// @ts-expect-error: the kind must be said
kustomization("a", { ...sync, sourceRef: { name: "flux-system" } });
// @ts-expect-error: no such kind of source
kustomization("a", { ...sync, sourceRef: { kind: "HelmRepository", name: "podinfo" } });
// @ts-expect-error: a name says no kind
kustomization("a", { ...sync, sourceRef: "flux-system" });
// @ts-expect-error: a misspelt field
kustomization("a", { ...sync, sourceRef: { kind: "GitRepository", name: "flux-system", nameSpace: "flux-system" } });
// @ts-expect-error: the source is not one of many
kustomization("a", { ...sync, sourceRef: [git] });

// dependsOn: objects, with and without what stands beside the name.
kustomization("a", {
  ...sync,
  sourceRef: git,
  dependsOn: [
    infra,
    external("Kustomization", "crds"),
    { name: "infra" },
    { name: "infra", namespace: "flux-system" },
    { name: infra },
    { name: infra, readyExpr: "dep.status.observedGeneration > 0" },
    { name: "infra", readyExpr: "dep.status.observedGeneration > 0" },
  ],
});
// @ts-expect-error: a Kustomization waits for Kustomizations only
kustomization("a", { ...sync, sourceRef: git, dependsOn: [git] });
// @ts-expect-error: nor by the name
kustomization("a", { ...sync, sourceRef: git, dependsOn: [{ name: git }] });
// @ts-expect-error: a list
kustomization("a", { ...sync, sourceRef: git, dependsOn: infra });
// @ts-expect-error: Flux wants objects
kustomization("a", { ...sync, sourceRef: git, dependsOn: ["infra"] });
// @ts-expect-error: a misspelt field
kustomization("a", { ...sync, sourceRef: git, dependsOn: [{ name: "infra", ready: "true" }] });

// substituteFrom and valuesFrom.
kustomization("a", {
  ...sync,
  sourceRef: git,
  postBuild: {
    substituteFrom: [
      settings,
      token,
      external("Secret", "cluster-secrets"),
      { kind: "ConfigMap", name: "cluster-settings" },
      { kind: "Secret", name: "cluster-secrets", optional: true },
      { name: settings, optional: true },
    ],
  },
});
// @ts-expect-error: the kind must be said beside a plain name
kustomization("a", { ...sync, sourceRef: git, postBuild: { substituteFrom: [{ name: "cluster-settings" }] } });
// @ts-expect-error: a namespace is no place for variables
kustomization("a", { ...sync, sourceRef: git, postBuild: { substituteFrom: [home] } });
// @ts-expect-error: the kinds differ
kustomization("a", { ...sync, sourceRef: git, postBuild: { substituteFrom: [{ kind: "Secret", name: settings }] } });

helmRelease("a", {
  interval: "1h",
  chart: { spec: { chart: "a", sourceRef: helm } },
  valuesFrom: [
    settings,
    token,
    { kind: "ConfigMap", name: "values", valuesKey: "base.yaml" },
    { name: token, valuesKey: "url", targetPath: "cache.url" },
    { name: settings, optional: true },
  ],
});
helmRelease("a", {
  interval: "1h",
  chart: { spec: { chart: "a", sourceRef: helm } },
  // @ts-expect-error: a misspelt field
  valuesFrom: [{ kind: "ConfigMap", name: "values", key: "base.yaml" }],
});
// @ts-expect-error: no charts in there
helmRelease("a", { interval: "1h", chart: { spec: { chart: "a", sourceRef: oci } } });
// @ts-expect-error: the chart of a HelmRepository is named under `chart`
helmRelease("a", { interval: "1h", chartRef: helm });

// Slots that hold a name alone.
gitRepository("a", { url: "ssh://git@git.acme.example/a", interval: "1m", secretRef: token });
gitRepository("a", {
  url: "ssh://git@git.acme.example/a",
  interval: "1m",
  secretRef: external("Secret", "deploy-key"),
});
gitRepository("a", { url: "ssh://git@git.acme.example/a", interval: "1m", secretRef: { name: "deploy-key" } });
gitRepository("a", { url: "ssh://git@git.acme.example/a", interval: "1m", secretRef: { name: token } });
// @ts-expect-error: not a Secret
gitRepository("a", { url: "ssh://git@git.acme.example/a", interval: "1m", secretRef: settings });
// @ts-expect-error: Flux wants an object
gitRepository("a", { url: "ssh://git@git.acme.example/a", interval: "1m", secretRef: "deploy-key" });
gitRepository("a", {
  url: "https://git.acme.example/a",
  interval: "1m",
  include: [{ repository: git, toPath: "lib" }],
});
// @ts-expect-error: only Git repositories are included
gitRepository("a", { url: "https://git.acme.example/a", interval: "1m", include: [{ repository: oci }] });

// Fields that hold a name.
kustomization("a", { ...sync, sourceRef: git, serviceAccountName: deployer, targetNamespace: home });
kustomization("a", { ...sync, sourceRef: git, serviceAccountName: "deployer", targetNamespace: "home" });
kustomization("a", { ...sync, sourceRef: git, serviceAccountName: external("ServiceAccount", "deployer") });
// @ts-expect-error: not a ServiceAccount
kustomization("a", { ...sync, sourceRef: git, serviceAccountName: home });
// @ts-expect-error: not a Namespace
kustomization("a", { ...sync, sourceRef: git, targetNamespace: deployer });
// @ts-expect-error: the name itself, not an object around it
kustomization("a", { ...sync, sourceRef: git, serviceAccountName: { name: "deployer" } });

// Health checks take any object.
const web = resource({ apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "web", namespace: "home" } });
kustomization("a", {
  ...sync,
  sourceRef: git,
  healthChecks: [
    web,
    infra,
    external("CronJob", "nightly", "home"),
    { apiVersion: "apps/v1", kind: "Deployment", name: "web", namespace: "home" },
  ],
});
// @ts-expect-error: what kind of object?
kustomization("a", { ...sync, sourceRef: git, healthChecks: [{ name: "web" }] });
