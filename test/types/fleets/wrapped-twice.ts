// A helper around a helper around a builder: what is inferred can be exported and named.
import { type GitRepositorySpec, gitRepository, type HelmReleaseSpecBase, helmRelease, ociRepository } from "sluice";

export function acmeRepository(name: string, spec: Omit<GitRepositorySpec, "url" | "interval">) {
  return gitRepository(name, { url: `https://git.acme.example/${name}`, interval: "1m", ...spec });
}

export const fleetRepository = acmeRepository("fleet", { ref: { branch: "main" } });

export function acmeRelease(name: string, overrides: Partial<HelmReleaseSpecBase> = {}) {
  const chart = ociRepository(name, { url: `oci://registry.acme.example/${name}`, interval: "1h" });
  return { chart, release: helmRelease(name, { chartRef: chart, interval: "1h", ...overrides }) };
}

export const { chart, release } = acmeRelease("web", { timeout: "5m" });
