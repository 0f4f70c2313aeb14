import { formatIdentity, identityKey } from "../model/identity.ts";
import type { KindTable } from "../model/kind-definition.ts";
import { type ForeignObject, fieldOf, foreignObjects } from "./foreign-objects.ts";
import type { ClusterLayout, Folder } from "./layout.ts";
import { baseName, folderOf, inFolder, isKustomizationName, joinPath, plainPath, relativePath } from "./paths.ts";
import type { Reporter } from "./reporter.ts";
import type { View, ViewFile } from "./view.ts";

/** Checks a cluster's folders against what stands on the disk. */
export function checkDisk(
  layout: ClusterLayout,
  allFolders: readonly string[],
  view: View,
  kinds: KindTable,
  reporter: Reporter,
): void {
  for (const folder of layout.folders) {
    if (folder.options === undefined) checkRoot(folder, allFolders, view, kinds, reporter);
    else {
      checkDirectory(folder, allFolders, view, reporter);
      checkTwice(folder, includedObjects(folder, view, kinds), reporter);
    }
  }
}

function checkRoot(
  root: Folder,
  allFolders: readonly string[],
  view: View,
  kinds: KindTable,
  reporter: Reporter,
): void {
  const kustomization = [...view.files].find(
    ([path, file]) => file.type === "yaml" && folderOf(path) === root.path && isKustomizationName(baseName(path)),
  );
  if (kustomization) checkListed(root, kustomization[0], resourcesOf(kustomization[1]), reporter);
  const beside = foreignObjects(root.path, view, kinds).filter(({ file }) => !inOther(file, root.path, allFolders));
  checkTwice(root, beside, reporter);
  if (kustomization) return;
  for (const [path, file] of view.files) {
    if (file.type !== "unreadable" || !inFolder(path, root.path) || inOther(path, root.path, allFolders)) continue;
    reportUnreadable(path, file.reason, reporter);
  }
}

/** The objects of the files that a directory's options say are applied too. */
function includedObjects(directory: Folder, view: View, kinds: KindTable): readonly ForeignObject[] {
  const included = (directory.options?.include ?? []).map((name) => joinPath(directory.path, plainPath(name)));
  return included.flatMap((path) => foreignObjects(path, view, kinds));
}

/** Reports objects that are written by us and stand in other files that Flux applies with ours. */
function checkTwice(folder: Folder, objects: readonly ForeignObject[], reporter: Reporter): void {
  const ours = new Map(folder.resources.map((resource) => [identityKey(resource.id), resource]));
  for (const object of objects) {
    const same = ours.get(identityKey(object.id));
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

function reportUnreadable(file: string, reason: string, reporter: Reporter): void {
  reporter.report("layout/unreadable-yaml", {
    message: `${JSON.stringify(file)} cannot be read as Kubernetes objects: ${reason}`,
    hint: "mend it, or keep it out of what Flux reads with a .sourceignore file",
    file,
  });
}

/** Says whether a file lies in another folder of ours below this one, which has rules of its own. */
function inOther(file: string, folder: string, allFolders: readonly string[]): boolean {
  return allFolders.some((other) => other !== folder && inFolder(other, folder) && inFolder(file, other));
}

function resourcesOf(file: ViewFile): readonly string[] {
  const resources = file.type === "yaml" ? fieldOf(file.documents[0]?.data, "resources") : undefined;
  return Array.isArray(resources) ? resources.filter((entry) => typeof entry === "string") : [];
}

function checkListed(root: Folder, kustomization: string, listed: readonly string[], reporter: Reporter): void {
  const paths = new Set(listed.map((entry) => entry.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "")));
  const missing = root.files
    .map((file) => relativePath(file.path, root.path))
    .filter((path) => !paths.has(path) && !isBelow(path, paths));
  if (missing.length === 0) return;
  reporter.report("layout/not-listed", {
    message: `${JSON.stringify(kustomization)} does not list ${missing.map((name) => JSON.stringify(name)).join(", ")}`,
    hint: `add to its resources: ${missing.map((name) => `- ${name}`).join(", ")}`,
    at: root.resources[0]?.resource,
    file: kustomization,
  });
}

function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) if (folders.has(folder)) return true;
  return false;
}

function checkDirectory(directory: Folder, allFolders: readonly string[], view: View, reporter: Reporter): void {
  const written = new Set(directory.files.map((file) => file.path));
  const named = namedPaths(directory);
  const ignored = (directory.options?.ignore ?? []).map((glob) => globPattern(joinPath(directory.path, glob)));
  const at = directory.container.directories[0];
  for (const [path, file] of view.files) {
    if (!inFolder(path, directory.path) || written.has(path)) continue;
    if (file.type !== "yaml" && file.type !== "unreadable" && !isForeignKustomization(file.type, path)) continue;
    if (inOther(path, directory.path, allFolders)) continue;
    if (named.some((name) => inFolder(path, name)) || ignored.some((pattern) => pattern.test(path))) continue;
    const relative = relativePath(path, directory.path);
    if (isKustomizationName(relative)) {
      reporter.report("layout/foreign-kustomization", {
        message: `${JSON.stringify(path)} stands in a directory that Sluice writes`,
        hint: "move what it says into the options of directory(), and delete it",
        at,
        file: path,
      });
    } else {
      reporter.report("layout/foreign-yaml", {
        message: `Flux would stop applying ${JSON.stringify(path)}, which Sluice does not write`,
        hint: `name it in the options of directory(): include: [${JSON.stringify(relative)}] to apply it, ignore: [${JSON.stringify(relative)}] not to`,
        at,
        file: path,
      });
    }
  }
}

/** A `Kustomization` file has no ending that tells of YAML. */
function isForeignKustomization(type: string, path: string): boolean {
  return type === "other" && baseName(path) === "Kustomization";
}

function namedPaths({ path, options }: Folder): readonly string[] {
  const { include = [], components = [], patches = [], configMapGenerator = [] } = options ?? {};
  const files = configMapGenerator.flatMap(({ files = [], envs = [] }) => [
    ...files.map((file) => file.slice(file.indexOf("=") + 1)),
    ...envs,
  ]);
  const patched = patches.flatMap((patch) => (patch.path === undefined ? [] : [patch.path]));
  return [...include, ...components, ...patched, ...files].map((name) =>
    joinPath(path, name.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "")),
  );
}

/** A glob as people write it: `*` within a folder, `**` across folders, `?` for one character. */
function globPattern(glob: string): RegExp {
  const source = glob.replace(/[.+^${}()|[\]\\]/g, "\\$&").replace(/\*\*\/?|\*|\?/g, (part) => {
    if (part === "**/") return "(?:.*/)?";
    if (part === "**") return ".*";
    return part === "*" ? "[^/]*" : "[^/]";
  });
  return new RegExp(`^${source}$`);
}
