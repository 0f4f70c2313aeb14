// "One of" as types, in the notification, image and operator kinds.
import {
  alert,
  artifactGenerator,
  bucket,
  external,
  fluxInstance,
  fluxSystem,
  type ImagePolicySpec,
  imagePolicy,
  imageRepository,
  imageUpdateAutomation,
  namespace,
  provider,
  type ReceiverSpec,
  receiver,
  resourceSet,
  resourceSetInputProvider,
} from "sluice";
import type { Output } from "./output.ts";

declare const later: Output<string>;
declare const laterProvider: Output<"aws" | "gcp">;

// A Receiver has a token, or providers of tokens.
const token = external("Secret", "token");
const resources = [fluxSystem];
const oidcProviders = [{ issuerURL: "https://issuer.example", validations: [{ expression: "true", message: "no" }] }];
receiver("a", { type: "github", secretRef: token, resources });
receiver("a", { type: "github", secretRef: { name: later }, resources });
receiver("a", { type: "generic-oidc", oidcProviders, resources });
// @ts-expect-error: no token
receiver("a", { type: "github", resources });
// @ts-expect-error: a token that nobody looks at
receiver("a", { type: "generic-oidc", oidcProviders, secretRef: token, resources });
// @ts-expect-error: nobody's tokens
receiver("a", { type: "generic-oidc", resources });
// @ts-expect-error: providers that nobody looks at
receiver("a", { type: "github", secretRef: token, oidcProviders, resources });
// @ts-expect-error: no such type
receiver("a", { type: "githab", secretRef: token, resources });

// A helper that decides which.
export function hook(secret: boolean): ReceiverSpec {
  return secret ? { type: "github", secretRef: token, resources } : { type: "generic-oidc", oidcProviders, resources };
}
receiver("a", hook(true));

// A policy that reflects digests says how often.
const imageRepositoryRef = imageRepository("app", { image: "registry.acme.example/app", interval: "5m" });
const policy = { semver: { range: "1.x" } };
imagePolicy("a", { imageRepositoryRef, policy });
imagePolicy("a", { imageRepositoryRef, policy, digestReflectionPolicy: "Never" });
imagePolicy("a", { imageRepositoryRef, policy, digestReflectionPolicy: "IfNotPresent" });
imagePolicy("a", { imageRepositoryRef, policy, digestReflectionPolicy: "Always", interval: "1h" });
imagePolicy("a", { imageRepositoryRef: { name: imageRepositoryRef, namespace: namespace("images") }, policy });
// @ts-expect-error: an interval that nothing needs
imagePolicy("a", { imageRepositoryRef, policy, interval: "1h" });
// @ts-expect-error: an interval that nothing needs
imagePolicy("a", { imageRepositoryRef, policy, digestReflectionPolicy: "IfNotPresent", interval: "1h" });
// @ts-expect-error: no interval
imagePolicy("a", { imageRepositoryRef, policy, digestReflectionPolicy: "Always" });
export const reflected: ImagePolicySpec = { imageRepositoryRef, policy };

// The source of an automation is a GitRepository, whether that is said or not.
imageUpdateAutomation("a", { interval: "1h", sourceRef: fluxSystem });
imageUpdateAutomation("a", { interval: "1h", sourceRef: { name: "fleet" } });
imageUpdateAutomation("a", { interval: "1h", sourceRef: { kind: "GitRepository", name: "fleet", namespace: "flux" } });
// @ts-expect-error: nothing else can be pushed to
imageUpdateAutomation("a", { interval: "1h", sourceRef: { kind: "OCIRepository", name: "fleet" } });

// A ResourceSet makes resources, from a template or not, or in steps.
const step = { name: "first", resources: [{ kind: "Namespace" }] };
resourceSet("a", { resources: [{ apiVersion: "v1", kind: "Namespace", metadata: { name: "a" } }] });
resourceSet("a", { resourcesTemplate: "kind: Namespace" });
resourceSet("a", { resources: [], resourcesTemplate: "kind: Namespace" });
resourceSet("a", { steps: [step, { name: "second", resourcesTemplate: "kind: Namespace" }] });
// @ts-expect-error: nothing to make
resourceSet("a", { inputs: [] });
// @ts-expect-error: steps stand alone
resourceSet("a", { steps: [step], resources: [] });
// @ts-expect-error: steps stand alone
resourceSet("a", { steps: [step], resourcesTemplate: "kind: Namespace" });
// @ts-expect-error: a step that makes nothing
resourceSet("a", { steps: [{ name: "first" }] });

const resourcesTemplate = "kind: Namespace";
const inputs = resourceSetInputProvider("inputs", { type: "Static", defaultValues: { tenant: "a" } });
resourceSet("a", { resourcesTemplate, inputsFrom: [inputs, { name: inputs }, { name: "other" }] });
resourceSet("a", { resourcesTemplate, inputsFrom: [{ kind: "ResourceSetInputProvider", name: "other" }] });
resourceSet("a", { resourcesTemplate, inputsFrom: [{ selector: { matchLabels: { team: "a" } } }] });
// @ts-expect-error: by name or by labels
resourceSet("a", { resourcesTemplate, inputsFrom: [{ name: "other", selector: { matchLabels: { team: "a" } } }] });
// @ts-expect-error: by name or by labels
resourceSet("a", { resourcesTemplate, inputsFrom: [{ kind: "ResourceSetInputProvider" }] });

// An author's own types fit what is free-form.
interface Tenant {
  readonly name: string;
}
declare const tenants: readonly Tenant[];
resourceSet("a", { resourcesTemplate, inputs: tenants });
resourceSet("a", { resourcesTemplate, inputs: [{ tenant: "a", replicas: 2 }] });
// @ts-expect-error: inputs are objects
resourceSet("a", { resourcesTemplate, inputs: ["a"] });
resourceSetInputProvider("a", { type: "Static", defaultValues: tenants[0] });

resourceSet("a", { resourcesTemplate, inputStrategy: { name: "Flatten" } });
resourceSet("a", { resourcesTemplate, inputStrategy: { name: "Permute", includeEmptyProviders: true } });
// @ts-expect-error: only where inputs are permuted
resourceSet("a", { resourcesTemplate, inputStrategy: { name: "Flatten", includeEmptyProviders: true } });

// An input provider looks at a URL, at artifacts, or at nothing.
resourceSetInputProvider("a", { type: "GitHubTag", url: "https://github.com/acme/app" });
resourceSetInputProvider("a", { type: "ExternalArtifact", selectors: [{ name: "app" }] });
resourceSetInputProvider("a", { type: "ExternalArtifact", selectors: [{ matchLabels: { app: "a" } }] });
// @ts-expect-error: where?
resourceSetInputProvider("a", { type: "GitHubTag" });
// @ts-expect-error: which?
resourceSetInputProvider("a", { type: "ExternalArtifact" });
// @ts-expect-error: nothing is looked at
resourceSetInputProvider("a", { type: "Static", url: "https://github.com/acme/app" });
// @ts-expect-error: artifacts have no URL
resourceSetInputProvider("a", { type: "ExternalArtifact", url: "https://a.example", selectors: [{ name: "app" }] });
resourceSetInputProvider("a", {
  type: "ExternalArtifact",
  // @ts-expect-error: by name or by labels
  selectors: [{ name: "app", matchLabels: { app: "a" } }],
});

// The sync of a FluxInstance logs in to Google where artifacts or buckets are, and to GitHub where Git is.
const distribution = { version: "2.x", registry: "ghcr.io/fluxcd" };
const sync = { url: "https://github.com/acme/fleet", ref: "refs/heads/main", path: "clusters/one" };
fluxInstance("flux", { distribution, sync: { ...sync, kind: "GitRepository", provider: "github" } });
fluxInstance("flux", { distribution, sync: { ...sync, kind: "OCIRepository", provider: "gcp" } });
fluxInstance("flux", { distribution, sync: { ...sync, kind: "Bucket", provider: laterProvider } });
// @ts-expect-error: Google has no Git
fluxInstance("flux", { distribution, sync: { ...sync, kind: "GitRepository", provider: "gcp" } });
// @ts-expect-error: GitHub has no artifacts
fluxInstance("flux", { distribution, sync: { ...sync, kind: "OCIRepository", provider: "github" } });

// A Bucket's provider may be known later: its rules are left to the checker.
declare const provided: "aws" | "gcp";
bucket("a", { interval: "1m", bucketName: "a", endpoint: "s3.example", provider: provided });
bucket("a", { interval: "1m", bucketName: "a", endpoint: "s3.example", provider: laterProvider });

// Each source of a generator has an alias.
const artifacts = [{ name: "app", copy: [{ from: "@fleet/app/**", to: "@artifact/" }] }];
artifactGenerator("a", { sources: [{ alias: "fleet", kind: "GitRepository", name: "fleet" }], artifacts });
artifactGenerator("a", { sources: [{ alias: "fleet", name: fluxSystem }], artifacts });
// @ts-expect-error: no alias
artifactGenerator("a", { sources: [fluxSystem], artifacts });
// @ts-expect-error: no kind
artifactGenerator("a", { sources: [{ alias: "fleet", name: "fleet" }], artifacts });

// Events of every object of a kind, of some by labels, of kinds that others add.
const chat = provider("chat", { type: "slack", secretRef: token });
alert("a", { providerRef: chat, eventSources: [{ kind: "Kustomization", name: "*" }] });
alert("a", { providerRef: chat, eventSources: [{ kind: "HelmRelease", name: "*", matchLabels: { team: "a" } }] });
alert("a", { providerRef: chat, eventSources: [{ kind: "Terraform", name: "*", namespace: namespace("infra") }] });
alert("a", { providerRef: chat, eventSources: [external("Terraform", "network"), { name: fluxSystem }] });
// @ts-expect-error: a Provider has no events
alert("a", { providerRef: chat, eventSources: [chat] });
// @ts-expect-error: no kind
alert("a", { providerRef: chat, eventSources: [{ name: "*" }] });
// @ts-expect-error: a Secret is no Provider
alert("a", { providerRef: token, eventSources: [] });
// @ts-expect-error: no such type
provider("chat", { type: "slak" });
