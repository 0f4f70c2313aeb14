import {
  type Directory,
  fluxSystem,
  gitRepository,
  helmRelease,
  type KustomizationSpecBase,
  kustomization,
  ociRepository,
  type RefTo,
  type Resource,
  type ResourceOptions,
} from "../../../sdk/index.ts";

// The smallest resources that are complete, for tests of what the compiler makes of them.

/** A Kustomization that applies a folder of the source that bootstrap made. */
export function applying(
  name: string,
  path: Directory | string,
  spec: Partial<KustomizationSpecBase> = {},
  options: ResourceOptions = {},
): Resource<"Kustomization", KustomizationSpecBase> {
  return kustomization(name, { sourceRef: fluxSystem, path, interval: "10m", prune: true, ...spec }, options);
}

export function git(name: string, options: { readonly namespace?: string } = {}): Resource<"GitRepository"> {
  return gitRepository(name, { url: `https://example.com/${name}`, interval: "1m" }, options);
}

export function oci(name: string, options: { readonly namespace?: string } = {}): Resource<"OCIRepository"> {
  return ociRepository(name, { url: `oci://example.com/${name}`, interval: "1m" }, options);
}

/** A HelmRelease of a chart. */
export function release(
  name: string,
  chartRef: RefTo<"OCIRepository" | "HelmChart" | "ExternalArtifact">,
  options: { readonly namespace?: string } = { namespace: "default" },
): Resource<"HelmRelease"> {
  return helmRelease(name, { chartRef, interval: "10m" }, options);
}
