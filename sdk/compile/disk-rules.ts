import { formatIdentity, identityKey } from "../model/identity.ts";
import type { KindTable } from "../model/kind-definition.ts";
import type { PlacedResource } from "./compiled.ts";
import { checkDirectory } from "./directory-files.ts";
import { type ForeignObject, notAnObject } from "./foreign-objects.ts";
import { appliedObjects, KustomizationFiles } from "./kustomization-files.ts";
import type { ClusterLayout, Folder } from "./layout.ts";
import { checkNamedFiles } from "./named-files.ts";
import { folderOf, inFolder, isDelivered, relativePath, resolvePath } from "./paths.ts";
import type { Reporter } from "./reporter.ts";
import type { View, ViewFile } from "./view.ts";

/** What stands on the disk, and what is known of it. */
interface Disk {
  readonly view: View;
  /** The YAML that Sluice did not write and that sources deliver. */
  readonly foreign: readonly (readonly [path: string, file: ViewFile])[];
  readonly kustomizations: KustomizationFiles;
  /** Every folder that Sluice writes to, of all clusters. */
  readonly allFolders: readonly string[];
}

/** Checks a cluster's folders against what stands on the disk. */
export function checkDisk(
  layout: ClusterLayout,
  allFolders: readonly string[],
  view: View,
  kinds: KindTable,
  reporter: Reporter,
): void {
  const foreign = [...view.files].filter(
    ([path, { type }]) => (type === "yaml" || type === "unreadable") && isDelivered(path),
  );
  const disk = { view, foreign, kustomizations: new KustomizationFiles(view), allFolders };
  const ours = layout.folders.flatMap(({ isLocal, resources }) => (isLocal ? resources : []));
  for (const folder of layout.folders) {
    const beside = filesBeside(folder, disk);
    if (folder.options === undefined) checkRoot(folder, ours, beside, disk, kinds, reporter);
    else {
      checkDirectory(folder, beside, disk.kustomizations, reporter);
      checkNamedFiles(folder, view, allFolders, reporter);
      checkTwice(folder.resources, includedObjects(folder, disk, kinds), reporter);
    }
  }
}

/** The YAML files of other people in a folder of ours, without those in another folder of ours below it. */
function filesBeside({ path: folder }: Folder, { foreign, allFolders }: Disk): ReadonlyMap<string, ViewFile> {
  const inside = foreign.filter(([path]) => inFolder(path, folder));
  if (inside.length === 0) return new Map();
  const below = allFolders.filter((other) => other !== folder && inFolder(other, folder));
  return new Map(inside.filter(([path]) => !below.some((other) => inFolder(path, other))));
}

function checkRoot(
  root: Folder,
  ours: readonly PlacedResource[],
  beside: ReadonlyMap<string, ViewFile>,
  { view, kustomizations }: Disk,
  kinds: KindTable,
  reporter: Reporter,
): void {
  checkListed(root, kustomizations, reporter);
  const objects = appliedObjects(root.path, view, kinds);
  checkTwice(
    ours,
    objects.filter(({ file }) => beside.has(file)),
    reporter,
  );
  reportUnreadable(
    [...beside].filter(([path]) => kustomizations.leavesOut(path, root.path) === undefined),
    root,
    reporter,
  );
}

/** Flux fails on the first of them, so they are said at once. */
function reportUnreadable(
  applied: readonly (readonly [path: string, file: ViewFile])[],
  root: Folder,
  reporter: Reporter,
): void {
  const unreadable = applied.flatMap(([path, file]) => {
    const reason = file.type === "unreadable" ? file.reason : notAnObject(file);
    return reason === undefined ? [] : [{ path, reason }];
  });
  const [first, ...others] = unreadable;
  if (!first) return;
  const name = JSON.stringify(first.path);
  const it = others.length === 0 ? "it" : "them";
  reporter.report("layout/unreadable-yaml", {
    message:
      others.length === 0
        ? `${name} cannot be read as Kubernetes objects: ${first.reason}`
        : `${name} and ${others.length} more in ${JSON.stringify(root.path)} cannot be read as Kubernetes objects: ${first.reason}`,
    hint: `mend ${it}, or keep ${it} out of what Flux reads with a .sourceignore file`,
    file: first.path,
    related: others.map(({ path, reason }) => ({ message: reason, file: path })),
  });
}

/** Reports files of ours that Flux does not apply because a person's kustomization file does not list them. */
function checkListed(root: Folder, kustomizations: KustomizationFiles, reporter: Reporter): void {
  const missing = new Map<string, string[]>();
  for (const { path } of root.files) {
    const kustomization = kustomizations.leavesOut(path, root.path);
    if (kustomization === undefined) continue;
    const name = relativePath(path, folderOf(kustomization));
    const others = missing.get(kustomization);
    if (others) others.push(name);
    else missing.set(kustomization, [name]);
  }
  for (const [kustomization, names] of missing) {
    reporter.report("layout/not-listed", {
      message: `${JSON.stringify(kustomization)} does not list ${names.map((name) => JSON.stringify(name)).join(", ")}`,
      hint: `add to its resources: ${names.map((name) => `- ${name}`).join(", ")}`,
      at: root.resources.find(({ file }) => relativePath(file, folderOf(kustomization)) === names[0])?.resource,
      file: kustomization,
    });
  }
}

/** The objects of the files that a directory's options say are applied too. */
function includedObjects(directory: Folder, { view }: Disk, kinds: KindTable): readonly ForeignObject[] {
  const included = (directory.options?.include ?? []).map((name) => resolvePath(directory.path, name));
  return included.flatMap((path) => appliedObjects(path, view, kinds));
}

/** Reports objects that are written by us and stand in other files that Flux applies with ours. */
function checkTwice(ours: readonly PlacedResource[], objects: readonly ForeignObject[], reporter: Reporter): void {
  const byIdentity = new Map(ours.map((resource) => [identityKey(resource.id), resource]));
  for (const object of objects) {
    const same = byIdentity.get(identityKey(object.id));
    if (!same || same.file === object.file) continue;
    reporter.report("layout/duplicate-object", {
      message: `${formatIdentity(same.id)} stands in ${JSON.stringify(object.file)} too (document ${object.document})`,
      hint: `delete one of them; to refer to the other, use external(${JSON.stringify(same.id.kind)}, ${JSON.stringify(same.id.name)})`,
      resource: same.resource,
      id: same.id,
      file: object.file,
    });
  }
}
