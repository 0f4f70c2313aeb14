// The references of Flux's kinds: what is needed comes along, what is mentioned does not, and how each is written.
import { describe, expect, test } from "vitest";
import {
  alert,
  artifactGenerator,
  bucket,
  external,
  fluxInstance,
  gitRepository,
  helmChart,
  helmRelease,
  imagePolicy,
  imageRepository,
  imageUpdateAutomation,
  kustomization,
  namespace,
  ociRepository,
  provider,
  type RefTo,
  type Resource,
  receiver,
  resource,
  resourceSet,
  resourceSetInputProvider,
  secret,
  serviceAccount,
} from "../../../sdk/index.ts";
import type { Resources } from "../../../sdk/model/group.ts";
import { compileResources, type Outcome } from "./compile-fleet.ts";

const git = gitRepository("fleet", { url: "https://git.acme.example/fleet", interval: "1m" });
const oci = ociRepository("charts", { url: "oci://registry.acme.example/charts", interval: "1h" });
const key = secret("key", {}, { namespace: "flux-system" });
const account = serviceAccount("account", {}, { namespace: "flux-system" });
const chat = provider("chat", { type: "slack", address: "https://hooks.slack.example/x" });
const images = imageRepository("app", { image: "registry.acme.example/app", interval: "5m" });
const inputs = resourceSetInputProvider("inputs", { type: "Static" }, { namespace: "flux-system" });
const apps = kustomization("apps", { sourceRef: git, path: "./apps", interval: "1h", prune: true });
const policy = { semver: { range: "1.x" } };
const copy = [{ from: "@fleet/**", to: "@artifact/" }];
const inSystem = { namespace: "flux-system" };

/** For each slot, an object with something in it that it needs. */
const NEEDS: readonly (readonly [slot: string, made: Resource, needed: Resource])[] = [
  ["HelmChart.sourceRef", helmChart("x", { chart: "x", interval: "1h", sourceRef: git }), git],
  ["Bucket.secretRef", bucket("x", { bucketName: "x", endpoint: "x", interval: "1h", secretRef: key }), key],
  [
    "Bucket.sts.certSecretRef",
    bucket("x", {
      bucketName: "x",
      endpoint: "x",
      interval: "1h",
      sts: { provider: "ldap", endpoint: "https://ldap.acme.example", certSecretRef: key },
    }),
    key,
  ],
  ["ArtifactGenerator.sources", generator({ alias: "fleet", name: git }), git],
  ["Receiver.secretRef", receiver("x", { type: "github", secretRef: key, resources: [] }), key],
  ["Alert.providerRef", alert("x", { providerRef: chat, eventSources: [] }), chat],
  [
    "Provider.serviceAccountName",
    provider("x", { type: "googlepubsub", address: "project", serviceAccountName: account }),
    account,
  ],
  ["ImageRepository.secretRef", imageRepository("x", { image: "a/b", interval: "1h", secretRef: key }), key],
  ["ImagePolicy.imageRepositoryRef", imagePolicy("x", { imageRepositoryRef: images, policy }), images],
  ["ImageUpdateAutomation.sourceRef", imageUpdateAutomation("x", { interval: "1h", sourceRef: git }), git],
  [
    "ImageUpdateAutomation…signingKey.secretRef",
    imageUpdateAutomation("x", {
      interval: "1h",
      sourceRef: external("GitRepository", "y"),
      git: { commit: { author: { email: "flux@acme.example" }, signingKey: { secretRef: key } } },
    }),
    key,
  ],
  ["FluxInstance…pullSecret", instance({ imagePullSecret: key }), key],
  ["ResourceSet.inputsFrom", resourceSet("x", { resources: [], inputsFrom: [inputs] }, inSystem), inputs],
  [
    "ResourceSet.serviceAccountName",
    resourceSet("x", { resources: [], serviceAccountName: account }, inSystem),
    account,
  ],
  [
    "ResourceSetInputProvider.secretRef",
    resourceSetInputProvider("x", { type: "GitHubTag", url: "https://github.com/a/b", secretRef: key }, inSystem),
    key,
  ],
];

/** For each slot, an object that mentions what it is given. */
const MENTIONS: readonly (readonly [slot: string, make: (mentioned: RefTo<"Kustomization"> & Resource) => Resource])[] =
  [
    ["Alert.eventSources", (it) => alert("x", { providerRef: external("Provider", "y"), eventSources: [it] })],
    [
      "Receiver.resources",
      (it) => receiver("x", { type: "github", secretRef: external("Secret", "y"), resources: [{ name: it }] }),
    ],
    [
      "ResourceSet.dependsOn",
      (it) => resourceSet("x", { resources: [], dependsOn: [{ name: it, ready: true }] }, { namespace: "flux-system" }),
    ],
  ];

function generator(source: Parameters<typeof artifactGenerator>[1]["sources"][number]): Resource {
  return artifactGenerator("x", { sources: [source], artifacts: [{ name: "x", copy }] });
}

function instance(distribution: { readonly imagePullSecret: typeof key }): Resource {
  return fluxInstance("flux", { distribution: { version: "2.x", registry: "ghcr.io/fluxcd", ...distribution } });
}

/** A field of what the only object of a kind says. */
function written(outcome: Outcome, kind: string, field: string): unknown {
  const identity = outcome.identities.find((candidate) => candidate.startsWith(`${kind} `));
  expect(identity, outcome.identities.join(", ")).toBeDefined();
  return Object(outcome.manifest(identity ?? "")["spec"])[field];
}

function of(...resources: Resources[]): Outcome {
  return compileResources(resources);
}

test.each(NEEDS)("%s needs: what it names comes along", (_, made, needed) => {
  const outcome = of(made);
  expect(outcome.codes.filter((code) => code !== "secret/plaintext")).toEqual([]);
  expect(outcome.identities).toContain(`${needed.kind} flux-system/${needed.metadata.name}`);
  expect(outcome.identities).toContain(`${made.kind} flux-system/${made.metadata.name}`);
});

test.each(MENTIONS)("%s mentions: what it names has to be listed", (_, make) => {
  expect(of(make(apps)).codes).toEqual(["reference/not-in-cluster"]);
  expect(of(make(apps), apps).codes).toEqual([]);
});

describe("names by which many objects are meant resolve to nothing", () => {
  const providerRef = external("Provider", "chat");

  test("a wildcard", () => {
    const eventSources = [{ kind: "HelmRelease", name: "*", namespace: namespace("team") }] as const;
    const outcome = of(alert("x", { providerRef, eventSources }), eventSources[0].namespace);
    expect(outcome.codes).toEqual([]);
    expect(written(outcome, "Alert", "eventSources")).toEqual([{ kind: "HelmRelease", name: "*", namespace: "team" }]);
  });

  test("labels", () => {
    const selector = { matchLabels: { team: "a" } };
    const sets = of(resourceSet("x", { resources: [], inputsFrom: [{ selector }] }, inSystem));
    expect(sets.codes).toEqual([]);
    expect(written(sets, "ResourceSet", "inputsFrom")).toEqual([{ selector }]);
    const automation = imageUpdateAutomation("x", { interval: "1h", sourceRef: git, policySelector: selector });
    expect(of(automation).codes).toEqual([]);
  });
});

describe("a kind that is not in the enum of the CRD", () => {
  const providerRef = external("Provider", "chat");

  test("is one that the operator adds, or any other", () => {
    const flux = fluxInstance("flux", { distribution: { version: "2.x", registry: "ghcr.io/fluxcd" } });
    const eventSources = [flux, { kind: "Terraform", name: "network" }, external("Terraform", "dns")];
    const outcome = of(flux, alert("x", { providerRef, eventSources }));
    expect(outcome.codes).toEqual(["reference/unresolved"]);
    expect(outcome.messages[0]).toContain("Terraform flux-system/network");
    expect(written(outcome, "Alert", "eventSources")).toEqual([
      { kind: "FluxInstance", name: "flux" },
      { kind: "Terraform", name: "network" },
      { kind: "Terraform", name: "dns" },
    ]);
  });

  test("is still wrong where the enum is closed", () => {
    // A program without types may say it.
    const made = generator({ alias: "fleet", kind: "Kustomization" as "Bucket", name: "apps" });
    expect(of(made).codes).toContain("reference/wrong-kind");
  });
});

describe("what a controller makes", () => {
  test("may be named before it is there", () => {
    const sourceRef = { kind: "ExternalArtifact", name: "x" } as const;
    expect(of(kustomization("x", { sourceRef, path: "./x", interval: "1h", prune: true })).codes).toEqual([]);
    const missing = { kind: "GitRepository", name: "x" } as const;
    expect(of(kustomization("x", { sourceRef: missing, path: "./x", interval: "1h", prune: true })).codes).toEqual([
      "reference/unresolved",
    ]);
  });
});

describe("references are written as the kind's API has them", () => {
  test("a Receiver says the version of each resource, as its controller needs", () => {
    const secretRef = external("Secret", "token");
    const release = helmRelease("app", { chartRef: oci, interval: "1h" }, { namespace: "team" });
    const resources = [git, { name: release, filter: "true" }, external("ImagePolicy", "app")];
    const outcome = of(receiver("x", { type: "github", secretRef, resources }), release, git);
    expect(outcome.codes).toEqual([]);
    expect(written(outcome, "Receiver", "resources")).toEqual([
      { apiVersion: "source.toolkit.fluxcd.io/v1", kind: "GitRepository", name: "fleet" },
      { apiVersion: "helm.toolkit.fluxcd.io/v2", kind: "HelmRelease", name: "app", namespace: "team", filter: "true" },
      { apiVersion: "image.toolkit.fluxcd.io/v1", kind: "ImagePolicy", name: "app" },
    ]);
  });

  test("a ResourceSet says version and namespace of what it waits for", () => {
    const crd = { apiVersion: "apiextensions.k8s.io/v1", kind: "CustomResourceDefinition", name: "a.example.com" };
    const outcome = of(resourceSet("x", { resources: [], dependsOn: [apps, crd] }, { namespace: "flux-system" }), apps);
    expect(outcome.codes).toEqual([]);
    expect(written(outcome, "ResourceSet", "dependsOn")).toEqual([
      {
        apiVersion: "kustomize.toolkit.fluxcd.io/v1",
        kind: "Kustomization",
        name: "apps",
        namespace: "flux-system",
      },
      crd,
    ]);
  });

  test("a policy names the namespace of its repository where that is another", () => {
    const far = imageRepository("app", { image: "a/b", interval: "1h" }, { namespace: "images" });
    const outcome = of(namespace("images"), imagePolicy("x", { imageRepositoryRef: far, policy }));
    expect(outcome.codes).toEqual([]);
    expect(written(outcome, "ImagePolicy", "imageRepositoryRef")).toEqual({ name: "app", namespace: "images" });
  });

  test("an automation says the kind of its source", () => {
    const outcome = of(imageUpdateAutomation("x", { interval: "1h", sourceRef: git }));
    expect(written(outcome, "ImageUpdateAutomation", "sourceRef")).toEqual({ kind: "GitRepository", name: "fleet" });
  });

  test("a generator says kind and name beside the alias", () => {
    const outcome = of(generator({ alias: "fleet", name: git }));
    expect(written(outcome, "ArtifactGenerator", "sources")).toEqual([
      { alias: "fleet", kind: "GitRepository", name: "fleet" },
    ]);
  });

  test("an instance holds names of Secrets", () => {
    const outcome = of(instance({ imagePullSecret: key }));
    expect(written(outcome, "FluxInstance", "distribution")).toMatchObject({ imagePullSecret: "key" });
  });
});

describe("slots that name no namespace stay in their own", () => {
  const far = { namespace: "far" };

  test.each([
    [
      "HelmChart",
      helmChart("x", {
        chart: "x",
        interval: "1h",
        sourceRef: gitRepository("g", { url: "https://a.example", interval: "1m" }, far),
      }),
    ],
    [
      "Alert",
      alert("x", {
        providerRef: provider("p", { type: "slack", address: "https://x.example" }, far),
        eventSources: [],
      }),
    ],
    [
      "ResourceSet",
      resourceSet(
        "x",
        { resources: [], inputsFrom: [resourceSetInputProvider("i", { type: "Static" }, far)] },
        inSystem,
      ),
    ],
  ])("%s", (_, made) => {
    expect(of(namespace("far"), made).codes).toEqual(["reference/wrong-namespace"]);
  });
});

test("a FluxInstance makes its source, and does not refer to one", () => {
  const sync = {
    kind: "GitRepository",
    url: "https://git.acme.example/fleet",
    ref: "refs/heads/main",
    path: "one",
  } as const;
  const distribution = { version: "2.x", registry: "ghcr.io/fluxcd" };
  const outcome = of(fluxInstance("flux", { distribution, sync: { ...sync, name: "fleet" } }));
  expect(outcome.codes).toEqual([]);
  expect(written(outcome, "FluxInstance", "sync")).toEqual({ ...sync, name: "fleet" });
});

test("a resource() of a kind that has a builder is linked by the same facts", () => {
  const made = resource({
    apiVersion: "notification.toolkit.fluxcd.io/v1beta3",
    kind: "Alert",
    metadata: { name: "x", namespace: "flux-system" },
    spec: { providerRef: { name: chat }, eventSources: [{ kind: "Kustomization", name: "*" }] },
  });
  const outcome = of(made);
  expect(outcome.codes).toEqual([]);
  expect(outcome.identities).toEqual(["Alert flux-system/x", "Provider flux-system/chat"]);
});
