import { posix } from "node:path";
import { FLUX_VERSIONS } from "../../model/flux-versions.gen.ts";
import type { ExistingCluster } from "./existing-clusters.ts";

const NEWEST = FLUX_VERSIONS.at(-1);

/** The program of a new fleet: the clusters that there are, or a first one with an application to look at. */
export function programText(clusters: readonly ExistingCluster[]): string {
  return clusters.length === 0 ? FIRST : withClusters(clusters);
}

/** Where the first cluster of a new fleet is. */
export const FIRST_CLUSTER = "clusters/production";

const FIRST = `import { cluster, directory, fleet, fluxSystem, helmRelease, kustomization, namespace, ociRepository } from "sluice";

// An application to look at: take it out when you have your own.
const chart = ociRepository("podinfo", {
  url: "oci://ghcr.io/stefanprodan/charts/podinfo",
  interval: "1h",
  ref: { semver: "6.x" },
});
const podinfo = helmRelease(
  "podinfo",
  { chartRef: chart, interval: "30m", values: { replicaCount: 1 } },
  { namespace: "podinfo" },
);

// Flux applies the files of a directory, and Sluice writes them.
const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: directory("apps/production", [namespace("podinfo"), podinfo]),
  interval: "10m",
  prune: true,
});

export default fleet(cluster("production", { path: "${FIRST_CLUSTER}", flux: "${NEWEST}", resources: [apps] }));
`;

function withClusters(clusters: readonly ExistingCluster[]): string {
  const names = clusters.map(({ path }) => posix.basename(path));
  const isUnique = new Set(names).size === names.length;
  const lines = clusters.map(({ path, flux = NEWEST }, index) => {
    const name = isUnique ? names[index] : path.replaceAll("/", "-");
    return `  cluster(${JSON.stringify(name)}, { path: ${JSON.stringify(path)}, flux: "${flux}", resources: [] }),`;
  });
  return `import { cluster, fleet } from "sluice";

// What Flux applies now stays as it is. List here what Sluice is to write, beside what bootstrap wrote:
// a Kustomization of your own, a source, a HelmRelease. \`sluice explain\` shows the kinds and their fields.
export default fleet(
${lines.join("\n")}
);
`;
}
