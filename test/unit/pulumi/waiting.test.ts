import { output } from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import {
  alert,
  bucket,
  fluxInstance,
  fluxSystem,
  gitRepository,
  helmChart,
  helmRelease,
  helmRepository,
  kustomization,
  ociRepository,
  provider,
  receiver,
  resource,
} from "../../../sdk/index.ts";
import type { DeployOptions } from "../../../sdk/pulumi/index.ts";
import { deployThese } from "./production.ts";
import { objectsOf } from "./recorded-engine.ts";

type Resource = Parameters<typeof deployThese>[0];

const WAITS = { "pulumi.com/waitFor": "condition=Ready" };

async function annotationsOf(object: Resource, wait?: DeployOptions["wait"]): Promise<unknown> {
  const objects = await objectsOf(() => deployThese(object, { wait }));
  const { metadata }: { readonly metadata?: { readonly annotations?: unknown } } = objects.at(-1)?.inputs ?? {};
  return metadata?.annotations;
}

const git = { url: "https://example.com/a.git", interval: "1m" } as const;
const oci = { url: "oci://example.com/a", interval: "1m" } as const;
const charts = helmRepository("charts", { url: "https://example.com/charts", interval: "1m" });
const chart = helmChart("podinfo", { chart: "podinfo", sourceRef: charts, interval: "1m" });
const own = { sourceRef: fluxSystem, path: "./apps", interval: "10m", prune: true } as const;
const apps = kustomization("apps", own);
const release = { chart: { spec: { chart: "podinfo", sourceRef: charts } }, interval: "1h" } as const;
const podinfo = helmRelease("podinfo", release, { namespace: "flux-system" });
const chat = provider("chat", { type: "slack", address: "https://hooks.example.com" });

describe("by default, up waits", () => {
  test.each<[string, Resource]>([
    ["a GitRepository", gitRepository("a", git)],
    ["an OCIRepository", ociRepository("a", oci)],
    ["a HelmRepository of type default", charts],
    ["a HelmChart", chart],
    ["a Bucket", bucket("a", { bucketName: "a", endpoint: "example.com", interval: "1m" })],
    ["a FluxInstance", fluxInstance("flux", { distribution: { version: "2.x", registry: "ghcr.io/fluxcd" } })],
  ])("for %s", async (_, object) => {
    expect(await annotationsOf(object)).toEqual(WAITS);
  });

  test.each<[string, Resource]>([
    ["a Kustomization", apps],
    ["a HelmRelease", podinfo],
    [
      "a Receiver",
      receiver(
        "a",
        { type: "generic", secretRef: { name: "a" }, resources: [apps] },
        { silence: ["reference/unresolved"] },
      ),
    ],
    ["an Alert", alert("a", { providerRef: chat, eventSources: [{ kind: "GitRepository", name: "*" }] })],
    ["a Provider", chat],
    ["a HelmRepository of type oci", helmRepository("a", { type: "oci", url: "oci://example.com/a" })],
    ["a source that is suspended", gitRepository("a", { ...git, suspend: true })],
    ["a source that may be suspended", gitRepository("a", { ...git, suspend: output(true) })],
    [
      "a FluxInstance that is not reconciled",
      fluxInstance(
        "flux",
        { distribution: { version: "2.x", registry: "ghcr.io/fluxcd" } },
        { annotations: { "fluxcd.controlplane.io/reconcile": "disabled" } },
      ),
    ],
    [
      "an object of a kind that nobody knows",
      resource({ apiVersion: "example.com/v1", kind: "Site", metadata: { name: "a" } }),
    ],
  ])("not for %s", async (_, object) => {
    expect(Object.keys(Object((await annotationsOf([apps, object])) ?? {}))).not.toContain("pulumi.com/waitFor");
  });
});

describe("on request, up waits", () => {
  test.each<[string, Resource]>([
    ["a Kustomization", apps],
    ["a HelmRelease", podinfo],
  ])("for %s", async (_, object) => {
    expect(await annotationsOf(object, true)).toEqual(WAITS);
    expect(await annotationsOf(object, ({ name }) => (name === "other" ? true : undefined))).toBeUndefined();
    expect(await annotationsOf(object, ({ namespace }) => namespace === "flux-system")).toEqual(WAITS);
  });

  test.each<[string, Resource]>([
    ["an Alert", alert("a", { providerRef: chat, eventSources: [{ kind: "GitRepository", name: "*" }] })],
    ["a suspended Kustomization", kustomization("a", { ...own, suspend: true })],
  ])("for no %s, which never reports", async (_, object) => {
    expect(await annotationsOf(object, true)).toBeUndefined();
  });

  test("for nothing at all", async () => {
    expect(await annotationsOf(gitRepository("a", git), false)).toBeUndefined();
  });
});

describe("the timeout", () => {
  test.each<[string, Resource, string | undefined]>([
    [
      "is the provider's ten minutes where the object says less",
      gitRepository("a", { ...git, timeout: "5m" }),
      undefined,
    ],
    ["is the object's where that is longer", gitRepository("a", { ...git, timeout: "15m30s" }), "930"],
    [
      "is the longest that the object says",
      helmRelease("a", { ...release, timeout: "20m", install: { timeout: "1h" } }, { namespace: "flux-system" }),
      "3600",
    ],
    [
      "is that of an annotation",
      fluxInstance(
        "flux",
        { distribution: { version: "2.x", registry: "ghcr.io/fluxcd" } },
        { annotations: { "fluxcd.controlplane.io/reconcileTimeout": "20m" } },
      ),
      "1200",
    ],
  ])("%s", async (_, object, seconds) => {
    expect(Object((await annotationsOf(object, true)) ?? {})["pulumi.com/timeoutSeconds"]).toBe(seconds);
  });
});

test("what the author says in the provider's own words stays as it is", async () => {
  const annotations = { "pulumi.com/skipAwait": "true" };
  expect(await annotationsOf(gitRepository("a", git, { annotations }))).toEqual(annotations);
});
