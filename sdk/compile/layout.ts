import type { Cluster } from "../model/cluster.ts";
import type { DirectoryOptions } from "../model/directory.ts";
import { formatIdentity, type ResourceId } from "../model/identity.ts";
import { namespaceOption } from "../model/namespace-option.ts";
import { marksOf } from "../model/resource.ts";
import type { Container } from "./collect.ts";
import { commentsOf } from "./comments.ts";
import type { CompiledFile, CompiledResource, Manifest, PlacedResource } from "./compiled.ts";
import type { Deployment } from "./deployments.ts";
import { nameFiles } from "./file-names.ts";
import type { Instance } from "./instance.ts";
import { compareText, inOrder } from "./order.ts";
import { printObjectOwner, printRootOwner } from "./owner.ts";
import { joinPath } from "./paths.ts";
import { isReadableSecret } from "./readable-secrets.ts";
import { place, type Reporter } from "./reporter.ts";
import type { Scoped } from "./scope.ts";
import { isEqual } from "./values.ts";
import { writtenDifferences } from "./written.ts";

/** The folders of one cluster and what is written to them. */
export interface ClusterLayout {
  readonly cluster: Cluster;
  readonly folders: readonly Folder[];
}

/** The cluster's root, or a directory. */
export interface Folder {
  /** From the output folder. */
  readonly path: string;
  readonly container: Container;
  /** Set for a directory: what its kustomization.yaml says. */
  readonly options: DirectoryOptions | undefined;
  readonly owners: readonly string[];
  /** Whether it is applied to the cluster's own API server. */
  readonly isLocal: boolean;
  readonly resources: readonly PlacedResource[];
  readonly files: readonly CompiledFile[];
}

/** Gives every object of a cluster its file. */
export function layOut(
  cluster: Cluster,
  scoped: Scoped,
  compiled: ReadonlyMap<Instance, CompiledResource>,
  isInGit: (deployment: Deployment) => boolean,
  reporter: Reporter,
): ClusterLayout {
  const byContainer = new Map<Container, Deployment[]>();
  for (const deployment of scoped.deployments) {
    const list = byContainer.get(deployment.container);
    if (list) list.push(deployment);
    else byContainer.set(deployment.container, [deployment]);
  }
  const contents = new Map<Deployment, CompiledResource[]>();
  for (const [instance, resource] of compiled) {
    for (const deployment of instance.deployments) {
      const list = contents.get(deployment);
      if (list) list.push(resource);
      else contents.set(deployment, [resource]);
    }
  }
  const folders = [...byContainer].map(([container, deployments]) =>
    folderFor(
      cluster,
      container,
      deployments,
      oneContent(container, deployments, contents, reporter),
      deployments.some(isInGit),
      reporter,
    ),
  );
  folders.sort((left, right) => rootFirst(left) - rootFirst(right) || compareText(left.path, right.path));
  return { cluster, folders };
}

function rootFirst({ options }: Folder): number {
  return options === undefined ? 0 : 1;
}

/** The content of a container, which has to be the same in every way in which it is applied. */
function oneContent(
  container: Container,
  deployments: readonly Deployment[],
  contents: ReadonlyMap<Deployment, readonly CompiledResource[]>,
  reporter: Reporter,
): readonly CompiledResource[] {
  checkSameDirectories(container, reporter);
  const [first, ...others] = deployments;
  if (!first) return [];
  const content = new Map((contents.get(first) ?? []).map((resource) => [writtenKey(resource), resource]));
  for (const deployment of others) {
    const other = new Map((contents.get(deployment) ?? []).map((resource) => [writtenKey(resource), resource]));
    const difference = firstDifference({ deployment: first, content }, { deployment, content: other });
    if (difference !== undefined) reportConflict(container, difference, [first, deployment], reporter);
  }
  return inOrder([...content.values()]);
}

interface Applied {
  readonly deployment: Deployment;
  readonly content: ReadonlyMap<string, CompiledResource>;
}

/** What is different between two ways in which a container is applied, for people. */
function firstDifference(left: Applied, right: Applied): string | undefined {
  for (const [here, there] of [
    [left, right],
    [right, left],
  ] as const) {
    for (const [key, resource] of here.content) {
      const { id, manifest } = resource;
      const same = there.content.get(key);
      if (!same) return `${describeWritten(id, manifest)} is in it only when ${whoApplies(here.deployment)}`;
      const where = writtenDifferences(resource, same);
      if (where.length > 0) return `${formatIdentity(id)} differs in ${where.join(", ")}`;
    }
  }
  return undefined;
}

function describeWritten(id: ResourceId, { metadata }: Manifest): string {
  const namespace = metadata["namespace"];
  return `${id.kind} ${JSON.stringify(id.name)} ${typeof namespace === "string" ? `of namespace ${JSON.stringify(namespace)}` : "without a namespace"}`;
}

function whoApplies({ by }: Deployment): string {
  return by ? `${formatIdentity(by.id)} applies it` : "the root is applied";
}

function writtenKey({ id, manifest }: CompiledResource): string {
  const namespace = manifest.metadata["namespace"];
  return `${id.group}/${id.kind}/${typeof namespace === "string" ? namespace : ""}/${id.name}`;
}

function reportConflict(
  container: Container,
  what: string,
  deployments: readonly Deployment[],
  reporter: Reporter,
): void {
  reporter.report("directory/conflict", {
    message: `directory ${JSON.stringify(container.path)} is applied in several ways that need different files: ${what}`,
    hint: "give each its own directory, or make the content the same",
    at: container.directories[0],
    related: deployments.flatMap(({ by }) => (by ? [place(formatIdentity(by.id), by.node.resource)] : [])),
  });
}

/** Directory values with one path in one cluster must list the same and say the same. */
function checkSameDirectories(container: Container, reporter: Reporter): void {
  const [first, ...others] = container.directories;
  if (others.length === 0) return;
  const [listed, ...otherLists] = container.listings.map((listings) =>
    listings
      .map(
        ({ node: { resource }, group }) =>
          `${resource.kind}/${resource.metadata.namespace ?? namespaceOption(group?.namespace)?.name ?? ""}/${resource.metadata.name}`,
      )
      .sort(),
  );
  for (const [index, other] of others.entries()) {
    if (isEqual(first?.options, other.options) && isEqual(listed, otherLists[index])) continue;
    reporter.report("directory/conflict", {
      message: `two directories have the path ${JSON.stringify(other.path)} and different content`,
      hint: "use one directory() value in both places, or give one of them another path",
      at: other,
      related: first ? [place("the other is made here", first)] : undefined,
    });
  }
}

function folderFor(
  cluster: Cluster,
  container: Container,
  deployments: readonly Deployment[],
  resources: readonly CompiledResource[],
  isInGit: boolean,
  reporter: Reporter,
): Folder {
  const directory = container.directories[0];
  const path = directory?.path ?? cluster.path;
  const names = nameFiles(resources, directory?.path, cluster.layout, reporter);
  const owners = [...new Set(deployments.map((deployment) => ownerOf(deployment, cluster)))].sort(compareText);
  const clusters = [cluster.name];
  const byName = new Map<string, PlacedResource[]>();
  const placed: PlacedResource[] = [];
  for (const resource of resources) {
    const name = names.get(resource) ?? "";
    const { id, manifest, images, awaited, definition, prune, keepsContent } = resource;
    const file = joinPath(path, name);
    const value = resource.resource;
    const comments = commentsOf(resource, directory?.path, cluster.comments, reporter);
    const content = { id, manifest, images, awaited, comments, definition, resource: value, prune, keepsContent };
    const entry = { ...content, directory: directory?.path, file };
    placed.push(entry);
    const same = byName.get(name);
    if (same) same.push(entry);
    else byName.set(name, [entry]);
  }
  const files: CompiledFile[] = [];
  for (const [name, entries] of byName) {
    const file = joinPath(path, name);
    const copied = entries.find(({ resource }) => marksOf(resource).encryptedFile);
    const mark = copied && marksOf(copied.resource).encryptedFile;
    if (copied && mark) {
      files.push({ type: "encrypted", path: file, clusters, owners, from: mark.path, resource: copied });
      if (entries.length > 1) reportShared(name, copied, reporter);
      continue;
    }
    const sealed = isInGit ? entries.find(isReadableSecret) : undefined;
    if (sealed) {
      files.push({ type: "sealed", path: file, clusters, owners, resource: sealed });
      if (entries.length > 1) reportShared(name, sealed, reporter);
    } else {
      files.push({ type: "resources", path: file, clusters, owners, resources: entries });
    }
  }
  if (directory) {
    const names = [...byName.keys()].sort(compareText);
    files.push({
      type: "kustomization",
      path: joinPath(path, "kustomization.yaml"),
      clusters,
      owners,
      resources: names,
      options: directory.options,
    });
  }
  files.sort((left, right) => compareText(left.path, right.path));
  const isLocal = deployments.some(({ server }) => server === "");
  return { path, container, options: directory?.options, owners, isLocal, resources: placed, files };
}

function reportShared(name: string, { resource, id }: CompiledResource, reporter: Reporter): void {
  reporter.report("layout/file-name", {
    message: `the encrypted file of ${formatIdentity(id)} would share ${JSON.stringify(name)} with other objects`,
    hint: "give it a file name of its own: a file is encrypted as a whole",
    resource,
    id,
  });
}

/** How the index names what applies an object. */
function ownerOf({ by, server }: Deployment, { path }: Cluster): string {
  return by ? printObjectOwner(by.id, server) : printRootOwner(path);
}
