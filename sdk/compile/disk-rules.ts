import { formatIdentity, groupOf, identityKey, type ResourceId } from "../model/identity.ts";
import type { KindTable } from "../model/kind-definition.ts";
import type { ClusterLayout, Folder } from "./layout.ts";
import { baseName, folderOf, inFolder, isKustomizationName, joinPath, relativePath } from "./paths.ts";
import type { Reporter } from "./reporter.ts";
import type { View, ViewFile } from "./view.ts";

/** An object in a file that Sluice does not write. */
export interface ForeignObject {
  readonly id: ResourceId;
  readonly file: string;
  readonly document: number;
}

/** The objects that stand in files that Sluice does not write, below a folder. */
export function foreignObjects(folder: string, view: View, kinds: KindTable): readonly ForeignObject[] {
  const objects: ForeignObject[] = [];
  for (const [file, entry] of view.files) {
    if (entry.type !== "yaml" || !inFolder(file, folder)) continue;
    for (const document of entry.documents) {
      for (const data of listItems(document.data)) {
        const id = identify(data, kinds);
        if (id) objects.push({ id, file, document: document.number });
      }
    }
  }
  return objects;
}

function listItems(data: unknown): readonly unknown[] {
  const items = field(data, "items");
  return Array.isArray(items) && String(field(data, "kind")).endsWith("List") ? items : [data];
}

function identify(data: unknown, kinds: KindTable): ResourceId | undefined {
  const apiVersion = field(data, "apiVersion");
  const kind = field(data, "kind");
  const metadata = field(data, "metadata");
  const name = field(metadata, "name");
  const namespace = field(metadata, "namespace");
  if (typeof apiVersion !== "string" || typeof kind !== "string" || typeof name !== "string") return undefined;
  const group = groupOf(apiVersion);
  const isCluster = kinds.find(group, kind)?.scope === "Cluster";
  return { group, kind, namespace: isCluster || typeof namespace !== "string" ? undefined : namespace, name };
}

function field(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

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
    else checkDirectory(folder, allFolders, view, reporter);
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
  const ours = new Map(root.resources.map((resource) => [identityKey(resource.id), resource]));
  for (const object of foreignObjects(root.path, view, kinds)) {
    if (inOther(object.file, root.path, allFolders)) continue;
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
  if (kustomization) return;
  for (const [path, file] of view.files) {
    if (file.type !== "unreadable" || !inFolder(path, root.path) || inOther(path, root.path, allFolders)) continue;
    reportUnreadable(path, file.reason, reporter);
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
  const resources = file.type === "yaml" ? field(file.documents[0]?.data, "resources") : undefined;
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
