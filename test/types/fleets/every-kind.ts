// Every kind that has a builder, wired to the others, with a wrapper around the flat part of a spec with alternatives.
import {
  alert,
  artifactGenerator,
  bucket,
  type Cluster,
  cluster,
  directory,
  type ExternalArtifact,
  type ExternalArtifactSpec,
  external,
  type FluxReport,
  fluxInstance,
  gitRepository,
  group,
  helmChart,
  helmRelease,
  helmRepository,
  imagePolicy,
  imageRepository,
  imageUpdateAutomation,
  kustomization,
  namespace,
  ociRepository,
  provider,
  type ReceiverSpecBase,
  type RefTo,
  type Resource,
  receiver,
  resourceSet,
  resourceSetInputProvider,
  secret,
  serviceAccount,
  withDefaults,
} from "sluice";

const team = namespace("team");
const token = secret("token");
const account = serviceAccount("deployer");

const flux = fluxInstance("flux", {
  distribution: { version: "2.9.x", registry: "ghcr.io/fluxcd", imagePullSecret: token },
  components: ["source-controller", "kustomize-controller", "helm-controller", "notification-controller"],
  cluster: { type: "kubernetes", size: "medium", multitenant: true, tenantDefaultServiceAccount: "default" },
  sync: { kind: "GitRepository", url: "https://git.acme.example/fleet", ref: "refs/heads/main", path: "clusters/one" },
  sharding: { shards: ["shard1"], storage: "persistent" },
  storage: { class: "standard", size: "10Gi" },
  kustomize: { patches: [{ patch: "- op: remove\n  path: /spec", target: { kind: "Deployment" } }] },
});

const git = gitRepository("fleet", { url: "https://git.acme.example/fleet", interval: "1m", secretRef: token });
const oci = ociRepository("app", { url: "oci://registry.acme.example/app", interval: "5m" });
const charts = helmRepository("charts", { url: "https://charts.acme.example" });
const chart = helmChart("app", { interval: "10m", chart: "app", version: "1.x", sourceRef: charts });
const files = bucket("files", {
  interval: "5m",
  provider: "aws",
  bucketName: "files",
  endpoint: "s3.amazonaws.com",
  sts: { provider: "aws", endpoint: "https://sts.amazonaws.com" },
});
const parts = artifactGenerator("parts", {
  sources: [
    { alias: "fleet", name: git },
    { alias: "files", kind: "Bucket", name: "files" },
  ],
  artifacts: [{ name: "all", revision: "@fleet", copy: [{ from: "@files/**", to: "@artifact/", exclude: ["*.md"] }] }],
});

const release = helmRelease("app", { chartRef: chart, interval: "30m", serviceAccountName: account });
const apps = kustomization("apps", {
  sourceRef: external("ExternalArtifact", "all"),
  path: directory("apps", [group({ namespace: team }, [account, release])]),
  interval: "10m",
  prune: true,
});

const chat = provider("chat", { type: "slack", channel: "flux", secretRef: token });
const alarms = alert("alarms", {
  providerRef: chat,
  eventSeverity: "error",
  eventSources: [apps, parts, { name: flux }, { kind: "HelmRelease", name: "*", namespace: team }],
  exclusionList: ["waiting.*socket"],
  eventMetadata: { cluster: "one" },
});

/** A webhook of the company's own Git server. */
function push(name: string, resources: ReceiverSpecBase["resources"], more: Partial<ReceiverSpecBase> = {}): Resource {
  return receiver(name, { type: "github", events: ["ping", "push"], secretRef: token, resources, ...more });
}

const images = imageRepository("app", { image: "registry.acme.example/app", interval: "5m" });
const policy = imagePolicy("app", {
  imageRepositoryRef: images,
  filterTags: { pattern: "^main-(?<time>[0-9]+)$", extract: "$time" },
  policy: { numerical: { order: "asc" } },
});
const automation = imageUpdateAutomation("app", {
  interval: "30m",
  sourceRef: git,
  git: {
    checkout: { ref: { branch: "main" } },
    commit: { author: { email: "flux@acme.example" }, signingKey: { secretRef: token } },
    push: { branch: "images" },
  },
  policySelector: { matchExpressions: [{ key: "team", operator: "In", values: ["a"] }] },
  update: { path: "./apps", strategy: "Setters" },
});

const tenants = resourceSetInputProvider("tenants", { type: "Static", defaultValues: { tenant: "a", replicas: 2 } });
const spaces = resourceSet("spaces", {
  dependsOn: [
    { name: apps, ready: true },
    { apiVersion: "v1", kind: "Namespace", name: "team" },
  ],
  inputsFrom: [tenants],
  inputStrategy: { name: "Flatten" },
  resources: [{ apiVersion: "v1", kind: "Namespace", metadata: { name: "<< inputs.tenant >>" } }],
});

// What only controllers write can be typed and referred to.
export const report: RefTo<"FluxReport"> = external("FluxReport", "flux");
export const origin: ExternalArtifactSpec = { sourceRef: parts };
export type Written = ExternalArtifact | FluxReport;

const { gitRepository: hourly, imagePolicy: often } = withDefaults({ interval: "1h", provider: "generic" });

export const one: Cluster = cluster("one", {
  path: "clusters/one",
  flux: "2.9",
  resources: [
    [flux, files, oci, apps, alarms, policy, automation, spaces, parts],
    push("push", [git, oci], { interval: "5m" }),
    hourly("hourly", { url: "https://git.acme.example/hourly" }),
    often("often", { imageRepositoryRef: images, policy: { semver: { range: "1.x" } } }),
  ],
});
