// `withDefaults` makes fields optional, and nothing else.
import {
  external,
  type HelmReleaseSpec,
  gitRepository as plainGitRepository,
  type Resource,
  withDefaults,
} from "sluice";

const { gitRepository, helmRelease, helmRepository, kustomization, ociRepository } = withDefaults({
  interval: "1h",
  prune: true,
  timeout: "5m",
});
const git = gitRepository("git", { url: "https://git.acme.example/fleet" });
const chartRef = ociRepository("chart", { url: "oci://registry.acme.example/chart" });
const sourceRef = helmRepository("charts", { url: "https://charts.acme.example" });

kustomization("a", { sourceRef: git, path: "./apps" });
kustomization("a", { sourceRef: git, path: "./apps", interval: "5m", prune: false });

export const release: Resource<"HelmRelease", HelmReleaseSpec> = helmRelease("a", { chartRef });
helmRelease("a", { chart: { spec: { chart: "a", sourceRef } } });
helmRelease("a", { chartRef, timeout: "10m", values: { a: 1 } });

// @ts-expect-error: what is required and has no default stays required
gitRepository("git", {});
// @ts-expect-error: and so does the source
kustomization("a", { path: "./apps" });
// @ts-expect-error: one of the two, still
helmRelease("a", {});
// @ts-expect-error: not both, still
helmRelease("a", { chartRef, chart: { spec: { chart: "a", sourceRef } } });
// @ts-expect-error: typos are still found
kustomization("a", { sourceRef: git, pth: "./apps" });
// @ts-expect-error: the kinds of references are still checked
kustomization("a", { sourceRef, path: "./apps" });
// @ts-expect-error: the plain builder is as it was
plainGitRepository("git", { url: "https://git.acme.example/fleet" });

// A default for one field leaves the others as they are.
const { kustomization: pruning } = withDefaults({ prune: true });
pruning("a", { sourceRef: git, interval: "1h" });
// @ts-expect-error: no default for the interval
pruning("a", { sourceRef: git });

// @ts-expect-error: not the type of the field
withDefaults({ interval: 60 });
// @ts-expect-error: no kind has such a field
withDefaults({ intervall: "1h" });

interface Values {
  readonly replicaCount: number;
}
helmRelease<Values>("a", { chartRef, values: { replicaCount: 1 } });
// @ts-expect-error: values are checked when their type is given
helmRelease<Values>("a", { chartRef, values: { replicaCount: "1" } });

withDefaults({ interval: "1h" }).kustomization("a", { sourceRef: external("GitRepository", "a"), prune: true });
