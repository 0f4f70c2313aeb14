import type { Cluster } from "../model/cluster.ts";
import { isStringified } from "../model/deferred.ts";
import type { Fleet } from "../model/fleet.ts";
import { reportStringified } from "./check-identity.ts";
import { KustomizationFiles } from "./kustomization-files.ts";
import type { ClusterLayout, Folder } from "./layout.ts";
import { baseName, inFolder, isReserved, staysInside } from "./paths.ts";
import { place, type Reporter } from "./reporter.ts";
import type { View } from "./view.ts";

/** Checks the clusters' names and paths against each other. */
export function checkClusters(fleet: Fleet, reporter: Reporter): void {
  for (const [index, cluster] of fleet.clusters.entries()) {
    checkPath(cluster.path, `cluster ${JSON.stringify(cluster.name)}`, "clusters/production", cluster, reporter);
    for (const other of fleet.clusters.slice(0, index)) checkPair(other, cluster, reporter);
  }
}

function checkPair(first: Cluster, second: Cluster, reporter: Reporter): void {
  const related = [place(`cluster ${JSON.stringify(first.name)} is made here`, first)];
  if (first.name === second.name) {
    reporter.report("cluster/duplicate", {
      message: `two clusters are called ${JSON.stringify(second.name)}`,
      hint: "give each cluster a name of its own",
      at: second,
      related,
    });
  }
  if (first.path === second.path) {
    reporter.report("cluster/duplicate", {
      message: `clusters ${JSON.stringify(first.name)} and ${JSON.stringify(second.name)} have one path, ${JSON.stringify(second.path)}`,
      hint: "give each cluster a folder of its own",
      at: second,
      related,
    });
  } else if (inFolder(first.path, second.path) || inFolder(second.path, first.path)) {
    reporter.report("cluster/nested-path", {
      message: `the paths of clusters ${JSON.stringify(first.name)} and ${JSON.stringify(second.name)} lie in each other: ${JSON.stringify(first.path)} and ${JSON.stringify(second.path)}`,
      hint: "put the clusters' folders beside each other",
      at: second,
      related,
    });
  }
}

function checkPath(path: string, whose: string, example: string, at: object | undefined, reporter: Reporter): void {
  if (isStringified(path)) {
    reportStringified(`the path of ${whose}`, { at }, reporter);
    return;
  }
  if (path === "" || (staysInside(path) && !isReserved(path))) return;
  const problem = staysInside(path) ? "leads into a folder that is not the program's" : "leaves the output folder";
  reporter.report("layout/outside", {
    message: `the path of ${whose}, ${JSON.stringify(path)}, ${problem}`,
    hint: `give a path from the repository's root, like ${JSON.stringify(example)}`,
    at,
  });
}

/** Checks where the directories of all clusters lie. */
export function checkDirectories(
  fleet: Fleet,
  layouts: readonly ClusterLayout[],
  view: View | undefined,
  reporter: Reporter,
): void {
  const kustomizations = view && new KustomizationFiles(view);
  const seen = new Set<string>();
  for (const { folders } of layouts) {
    for (const folder of folders) {
      if (folder.options === undefined || seen.has(folder.path)) continue;
      seen.add(folder.path);
      const at = folder.container.directories[0];
      checkPath(folder.path, "a directory", "apps/production", at, reporter);
      for (const cluster of fleet.clusters) checkApart(folder, cluster, kustomizations, at, reporter);
    }
  }
}

function checkApart(
  folder: Folder,
  cluster: Cluster,
  kustomizations: KustomizationFiles | undefined,
  at: object | undefined,
  reporter: Reporter,
): void {
  const isInside = inFolder(folder.path, cluster.path);
  if (!isInside && !inFolder(cluster.path, folder.path)) return;
  // A person's kustomization file in between may say that Flux does not look there.
  if (isInside && folder.path !== cluster.path && kustomizations?.leavesOut(folder.path, cluster.path)) return;
  reporter.report("layout/directory-place", {
    message: `directory ${JSON.stringify(folder.path)} and the path of cluster ${JSON.stringify(cluster.name)}, ${JSON.stringify(cluster.path)}, lie in each other`,
    hint: `put the directory beside the clusters' folders: ${JSON.stringify(`apps/${baseName(folder.path)}`)}`,
    at,
    related: [place(`cluster ${JSON.stringify(cluster.name)} is made here`, cluster)],
  });
}
