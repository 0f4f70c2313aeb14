import type { Cluster } from "../model/cluster.ts";
import { isStringified } from "../model/deferred.ts";
import type { Fleet } from "../model/fleet.ts";
import { NO_PATH } from "../model/folder-path.ts";
import { reportStringified } from "./check-identity.ts";
import { KustomizationFiles } from "./kustomization-files.ts";
import type { ClusterLayout, Folder } from "./layout.ts";
import { inFolder, isReserved, joinPath, relativePath, staysInside } from "./paths.ts";
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
      message: `cluster ${JSON.stringify(second.name)} has the name of another one`,
      hint: "give each cluster a name of its own",
      at: second,
      related,
    });
  }
  if (first.path === second.path) {
    reporter.report("cluster/duplicate", {
      message: `cluster ${JSON.stringify(second.name)} has the path of cluster ${JSON.stringify(first.name)}, ${JSON.stringify(second.path)}`,
      hint: "give each cluster a folder of its own",
      at: second,
      related,
    });
  } else if (inFolder(first.path, second.path) || inFolder(second.path, first.path)) {
    const [outer, inner] = inFolder(second.path, first.path) ? [first, second] : [second, first];
    const beside = joinPath(outer.path, outer.name);
    const example = inFolder(inner.path, beside) ? "" : `: ${JSON.stringify(beside)} and ${JSON.stringify(inner.path)}`;
    reporter.report("cluster/nested-path", {
      message: `cluster ${JSON.stringify(inner.name)} lies in the path of cluster ${JSON.stringify(outer.name)}: ${JSON.stringify(inner.path)} is in ${JSON.stringify(outer.path)}`,
      hint: `put the clusters' folders beside each other${example}`,
      at: second,
      related,
    });
  }
}

function checkPath(path: string, whose: string, example: string, at: object | undefined, reporter: Reporter): void {
  if (path === NO_PATH) {
    reporter.report("identity/invalid", {
      message: `the path of ${whose} is no text`,
      hint: `give a path from the repository's root, like ${JSON.stringify(example)}`,
      at,
    });
    return;
  }
  if (isStringified(path)) {
    reportStringified(`the path of ${whose}`, { at }, reporter);
    return;
  }
  if (path === "" || (staysInside(path) && !isReserved(path))) return;
  const problem = staysInside(path) ? "leads into a folder that is not the program's" : "leaves the output folder";
  reporter.report("layout/outside", {
    message: `${whose} has the path ${JSON.stringify(path)}, which ${problem}`,
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
  const how = folder.path === cluster.path ? "is" : isInside ? "lies in" : "contains";
  const inside = isInside ? relativePath(folder.path, cluster.path) : "";
  reporter.report("layout/directory-place", {
    message: `directory ${JSON.stringify(folder.path)} ${how} the path of cluster ${JSON.stringify(cluster.name)}, ${JSON.stringify(cluster.path)}`,
    hint: `put the directory beside the clusters' folders: ${JSON.stringify(joinPath(inside || "apps", cluster.name))}`,
    at,
    related: [place(`cluster ${JSON.stringify(cluster.name)} is made here`, cluster)],
  });
}
