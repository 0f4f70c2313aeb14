import { InternalError } from "../diagnostics/internal-error.ts";
import { formatIdentity } from "../model/identity.ts";
import type { CompiledFile } from "./compiled.ts";
import type { ClusterLayout, Folder } from "./layout.ts";
import { compareText } from "./order.ts";
import { joinPath, relativePath } from "./paths.ts";
import { place, type Reporter } from "./reporter.ts";
import { isEqual } from "./values.ts";
import { writtenDifferences } from "./written.ts";

/**
 * Puts the files of clusters together. A directory that several clusters write must be the same for all.
 *
 * @param isWanted Says whether a cluster is built. The others are only compared.
 */
export function mergeFiles(
  layouts: readonly ClusterLayout[],
  isWanted: (cluster: string) => boolean,
  reporter: Reporter,
): readonly CompiledFile[] {
  const files = new Map<string, CompiledFile>();
  const writers = new Map<string, Folder>();
  const directories = new Map<string, { readonly folder: Folder; readonly cluster: string }>();
  for (const { cluster, folders } of layouts) {
    for (const folder of folders) {
      const known = folder.options && directories.get(folder.path);
      if (folder.options && !known) directories.set(folder.path, { folder, cluster: cluster.name });
      const difference = known && firstDifference(known.folder, folder);
      if (known && difference !== undefined) {
        if (!isWanted(cluster.name) && !isWanted(known.cluster)) continue;
        reporter.report("directory/conflict", {
          message: `directory ${JSON.stringify(folder.path)} is not the same for clusters ${JSON.stringify(known.cluster)} and ${JSON.stringify(cluster.name)}: ${difference}`,
          hint: `give each cluster its own, like directory(${JSON.stringify(joinPath(folder.path, cluster.name))}, …), or make the content the same`,
          at: folder.container.directories[0],
          related: known.folder.container.directories
            .slice(0, 1)
            .map((value) => place(`that of cluster ${JSON.stringify(known.cluster)}`, value)),
        });
        continue;
      }
      for (const file of folder.files) {
        const writer = writers.get(file.path);
        if (writer && writer.path !== folder.path) reportMeeting(file.path, writer, folder, reporter);
        writers.set(file.path, folder);
        files.set(file.path, joined(files.get(file.path), file));
      }
    }
  }
  return [...files.values()]
    .filter(({ clusters }) => clusters.some(isWanted))
    .map((file) => (file.clusters.every(isWanted) ? file : { ...file, clusters: file.clusters.filter(isWanted) }))
    .sort((left, right) => compareText(left.path, right.path));
}

/** Reports a file that two folders write: a name with a folder in it can lead into a directory below. */
function reportMeeting(path: string, first: Folder, second: Folder, reporter: Reporter): void {
  const [outer, inner] = first.path.length < second.path.length ? [first, second] : [second, first];
  const from = outer.resources.find(({ file }) => file === path);
  const to = inner.resources.find(({ file }) => file === path);
  if (!from || !to) throw new InternalError(`two folders write ${path}, and no object asks for it`);
  reporter.report("layout/file-name", {
    message: `${formatIdentity(from.id)} asks for the file ${JSON.stringify(relativePath(path, outer.path))}, which is that of ${formatIdentity(to.id)} in directory ${JSON.stringify(inner.path)}`,
    hint: "give it a file name without that folder",
    resource: from.resource,
    id: from.id,
    related: [place(`${formatIdentity(to.id)} is made here`, to.resource)],
  });
}

function joined(known: CompiledFile | undefined, file: CompiledFile): CompiledFile {
  if (!known) return file;
  return {
    ...known,
    clusters: [...new Set([...known.clusters, ...file.clusters])].sort(compareText),
    owners: [...new Set([...known.owners, ...file.owners])].sort(compareText),
  };
}

/** What is different between two contents of one directory, for people. */
function firstDifference(left: Folder, right: Folder): string | undefined {
  if (!isEqual(left.options, right.options)) return "their options differ";
  const rightFiles = new Map(
    right.resources.map((resource) => [`${resource.file} ${formatIdentity(resource.id)}`, resource]),
  );
  if (left.resources.length !== right.resources.length) {
    const leftNames = new Set(left.resources.map(({ id }) => formatIdentity(id)));
    const rightNames = new Set(right.resources.map(({ id }) => formatIdentity(id)));
    const only = [...leftNames]
      .filter((name) => !rightNames.has(name))
      .concat([...rightNames].filter((name) => !leftNames.has(name)));
    return `only one of them holds ${only.join(", ")}`;
  }
  for (const resource of left.resources) {
    const name = formatIdentity(resource.id);
    const other = rightFiles.get(`${resource.file} ${name}`);
    if (!other) return `only one of them writes ${name} to ${resource.file}`;
    const where = writtenDifferences(resource, other);
    if (where.length > 0) return `${name} differs in ${where.join(", ")}`;
  }
  return undefined;
}
