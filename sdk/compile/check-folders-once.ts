import { BOOTSTRAP_SOURCE } from "../model/bootstrap.ts";
import type { Cluster } from "../model/cluster.ts";
import { formatIdentity, identityKey } from "../model/identity.ts";
import { specField } from "./body.ts";
import { type Deployment, describeDeployment } from "./deployments.ts";
import { type FolderApplier, whatIsApplied } from "./folder-appliers.ts";
import { firstValue, type Instance } from "./instance.ts";
import type { KustomizationFiles } from "./kustomization-files.ts";
import { compareText } from "./order.ts";
import { folderOf, inFolder } from "./paths.ts";
import { type Finding, place, type Reporter } from "./reporter.ts";
import type { Scoped } from "./scope.ts";
import type { Sources } from "./sources.ts";
import { isEqual } from "./values.ts";

/** What the folders of a cluster are compared with. */
export interface FolderContext {
  readonly cluster: Cluster;
  readonly scoped: Scoped;
  readonly sources: Sources;
  /** Whether Flux applies the cluster's root from Git. */
  readonly isRootInGit: boolean;
  /** Every directory that Sluice writes, of all clusters. */
  readonly directories: readonly string[];
  /** Without a view, nothing is known of people's kustomization files. */
  readonly kustomizations: KustomizationFiles | undefined;
  readonly reporter: Reporter;
}

/** Reports folders of ours that are applied a second time by what names their path, or one above it, by a text. */
export function checkFoldersOnce(
  own: readonly FolderApplier[],
  foreign: readonly FolderApplier[],
  context: FolderContext,
): void {
  const found = new Set<FolderApplier>();
  // A file that holds an object of ours is the one to write, or a duplicate that is reported as such.
  const others = foreign.filter(({ id }) => context.scoped.find("", identityKey(id)) === undefined);
  const appliers = [...own, ...others];
  const hasSync = appliers.some((applier) => isSync(applier, context.cluster)) || hasOtherSync(context.scoped);
  const byFolder = new Map<string | undefined, FolderApplier[]>();
  for (const applier of appliers) {
    const same = byFolder.get(applier.folder);
    if (same) same.push(applier);
    else byFolder.set(applier.folder, [applier]);
  }
  for (const deployment of context.scoped.deployments) {
    const above = foldersUpTo(deployment.container.path ?? context.cluster.path);
    for (const applier of above.flatMap((folder) => byFolder.get(folder) ?? [])) {
      if (!isAppliedBy(applier, deployment, context)) continue;
      found.add(applier);
      if (deployment.by) reportDirectory(applier, deployment, context.reporter);
      else reportRoot(applier, hasSync, context);
    }
  }
  checkTwins(
    own.filter((applier) => !found.has(applier)),
    others,
    context.reporter,
  );
}

/** Reports folders that nobody of us writes and that two apply in the same way. */
function checkTwins(own: readonly FolderApplier[], foreign: readonly FolderApplier[], reporter: Reporter): void {
  const byFolder = new Map<string, FolderApplier[]>();
  for (const applier of foreign) byFolder.set(appliedAs(applier), [applier]);
  for (const applier of [...own].sort(byIdentity)) {
    const key = appliedAs(applier);
    const same = byFolder.get(key);
    const twin = same?.find((other) => other.resource !== applier.resource && !areToldApart(applier, other));
    if (twin) reportTwin(applier, twin, reporter);
    if (same) same.push(applier);
    else byFolder.set(key, [applier]);
  }
}

/** A folder and those that it lies in. */
function foldersUpTo(path: string): readonly string[] {
  const folders = [path];
  for (let folder = path; folder !== ""; ) {
    folder = folderOf(folder);
    folders.push(folder);
  }
  return folders;
}

function byIdentity(left: FolderApplier, right: FolderApplier): number {
  return compareText(identityKey(left.id), identityKey(right.id));
}

/** What bootstrap calls the sync of a cluster's root, or a person's file that applies the root. */
function isSync({ id, file, folder }: FolderApplier, { path }: Cluster): boolean {
  const { namespace, name } = BOOTSTRAP_SOURCE;
  return (id.namespace === namespace && id.name === name) || (file !== undefined && folder === path);
}

function hasOtherSync({ instances }: Scoped): boolean {
  return instances.some(({ values }) => values[0]?.node.definition?.syncsRoot === true);
}

function isAppliedBy(applier: FolderApplier, deployment: Deployment, context: FolderContext): boolean {
  const { cluster, isRootInGit, scoped } = context;
  const { container, server, by } = deployment;
  const { folder } = applier;
  const path = container.path ?? cluster.path;
  if (folder === undefined || server !== applier.server || !inFolder(path, folder)) return false;
  // Applying the cluster's root is what the sync is for.
  if (by === undefined && (!isRootInGit || isSync(applier, cluster))) return false;
  if (path !== folder && !isTaken(path, folder, applier, context)) return false;
  if (path !== folder && isLeftOutBySource(applier, deployment, context)) return false;
  const namespace = applier.namespaceFor(container);
  return scoped.instances.some(
    (instance) => instance.deployments.includes(deployment) && isSame(instance, deployment, namespace),
  );
}

/** Says whether Flux certainly takes a folder with one above it. */
function isTaken(path: string, folder: string, applier: FolderApplier, context: FolderContext): boolean {
  const { directories, kustomizations } = context;
  const { field } = applier;
  // The root of a repository often has a kustomization file, which nobody looked for.
  if (!kustomizations && applier.path === "") return false;
  // A directory's kustomization file lists its own files only.
  if (directories.some((other) => other !== path && inFolder(other, folder) && inFolder(path, other))) return false;
  if (hasAny(field, [applier.applier.namePrefix, applier.applier.nameSuffix])) return false;
  return kustomizations?.leavesOut(path, folder) === undefined;
}

/** A source that ignores files may leave a folder out, but not a directory that is applied from it alone. */
function isLeftOutBySource({ source }: FolderApplier, { by }: Deployment, { scoped, sources }: FolderContext): boolean {
  if (by && sources.isOne) return false;
  const delivered = scoped.find("", identityKey(source));
  return delivered !== undefined && specField(firstValue(delivered), "ignore") !== undefined;
}

function hasAny(field: FolderApplier["field"], names: readonly string[]): boolean {
  return names.some((name) => field(name) !== undefined);
}

/** Says whether an object of a folder is the same one when the folder is applied into another namespace. */
function isSame({ id, values: [value] }: Instance, deployment: Deployment, namespace: string | undefined): boolean {
  if (namespace === deployment.targetNamespace) return true;
  const definition = value?.node.definition;
  if (definition?.scope === "Cluster") return true;
  return id.namespace !== undefined && id.namespace === (namespace ?? value?.namespace);
}

/** A text that is equal for all that apply one folder and make the same of it, and for few others: a fleet may have thousands. */
function appliedAs(applier: FolderApplier): string {
  const texts = fieldsThatChange(applier).map((name) => applier.field(name));
  return `${whatIsApplied(applier)} ${JSON.stringify(texts.map((text) => (typeof text === "string" ? text : null)))}`;
}

/** Says whether two that apply one folder make different objects of it. */
function areToldApart(left: FolderApplier, right: FolderApplier): boolean {
  return fieldsThatChange(left).some((name) => !isEqual(left.field(name), right.field(name)));
}

/** The fields that change what becomes of a folder's objects. */
function fieldsThatChange({ applier }: FolderApplier): readonly string[] {
  const { patches, namePrefix, nameSuffix, postBuild, targetNamespace, components } = applier;
  return [patches, namePrefix, nameSuffix, postBuild, targetNamespace, components];
}

function reportDirectory(applier: FolderApplier, deployment: Deployment, reporter: Reporter): void {
  const { by, container } = deployment;
  if (!by) return;
  const isWhole = container.path === applier.folder;
  const how = isWhole
    ? `the same as ${describeDeployment(deployment)}`
    : `and with it ${describeDeployment(deployment)}`;
  const name = formatIdentity(by.id);
  report(
    applier,
    {
      message: `${formatIdentity(applier.id)} applies ${what(applier)}, ${how}`,
      hint: isWhole
        ? "apply the directory by one Kustomization, or give each another kubeConfig or targetNamespace"
        : `apply the directory by one Kustomization: give the other a path that does not contain it, or delete ${name} and list what stands in the directory elsewhere`,
      related: [place(`${name} is made here`, by.node.resource)],
    },
    by.node.resource,
    reporter,
  );
}

function reportRoot(applier: FolderApplier, hasSync: boolean, { cluster, reporter }: FolderContext): void {
  const isWhole = cluster.path === applier.folder;
  const name = JSON.stringify(cluster.name);
  report(
    applier,
    {
      message: isWhole
        ? `${formatIdentity(applier.id)} applies ${what(applier)}, the path of cluster ${name}, which Flux's own sync applies`
        : `${formatIdentity(applier.id)} applies ${what(applier)}, and with it the path of cluster ${name}, ${JSON.stringify(cluster.path)}, which Flux's own sync applies`,
      hint: isWhole
        ? "delete it: what stands in the cluster's path is applied without it"
        : `give it a path that does not contain ${JSON.stringify(cluster.path)}`,
      related: [place(`cluster ${name} is made here`, cluster)],
      // It may be the sync itself, under a name of its author's.
      severity: isWhole && !hasSync ? "warning" : undefined,
    },
    cluster,
    reporter,
  );
}

function reportTwin(applier: FolderApplier, twin: FolderApplier, reporter: Reporter): void {
  const where = twin.file === undefined ? "" : ` in ${JSON.stringify(twin.file)}`;
  reporter.report("layout/duplicate-object", {
    message: `${formatIdentity(applier.id)} applies ${what(applier)} of ${formatIdentity(applier.source)}, the same as ${formatIdentity(twin.id)}${where}`,
    hint: "apply a folder by one Kustomization, or give each another kubeConfig or targetNamespace",
    severity: "warning",
    resource: applier.resource,
    id: applier.id,
    path: ["spec", applier.applier.path],
    related: twin.resource
      ? [place(`${formatIdentity(twin.id)} is made here`, twin.resource)]
      : [{ message: "the other stands here", file: twin.file }],
  });
}

/** Of a person's file, the program's part of it is the place that is shown. */
function report(
  { id, applier, resource, file }: FolderApplier,
  finding: Pick<Finding, "message" | "hint" | "related" | "severity">,
  ours: object,
  reporter: Reporter,
): void {
  reporter.report("layout/duplicate-object", {
    ...finding,
    id,
    file,
    ...(resource ? { resource, path: ["spec", applier.path] } : { at: ours }),
  });
}

function what({ path, field, applier }: FolderApplier): string {
  const written = field(applier.path);
  return path === "" ? "everything that its source delivers" : JSON.stringify(written);
}
