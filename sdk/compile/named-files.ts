import { isKustomizationName } from "../model/kustomization-names.ts";
import type { Folder } from "./layout.ts";
import { baseName, folderOf, inFolder, resolvePath } from "./paths.ts";
import type { Reporter } from "./reporter.ts";
import type { View } from "./view.ts";

/** A file or folder that an option of a directory names. */
interface Named {
  readonly option: "include" | "components" | "patches" | "configMapGenerator";
  readonly name: string;
}

/** Everything that the options of a directory name. */
export function namedFiles({ options }: Folder): readonly Named[] {
  const { include = [], components = [], patches = [], configMapGenerator = [] } = options ?? {};
  const generated = configMapGenerator.flatMap(({ files = [], envs = [] }) => [
    ...files.map((file) => file.slice(file.indexOf("=") + 1)),
    ...envs,
  ]);
  return [
    ...include.map((name) => ({ option: "include" as const, name })),
    ...components.map((name) => ({ option: "components" as const, name })),
    ...patches.flatMap(({ path }) => (path === undefined ? [] : [{ option: "patches" as const, name: path }])),
    ...generated.map((name) => ({ option: "configMapGenerator" as const, name })),
  ];
}

/** Reports what the options of a directory name and kustomize would not find. Only what lies in the directory is known. */
export function checkNamedFiles(
  directory: Folder,
  { files }: View,
  ourFolders: readonly string[],
  reporter: Reporter,
): void {
  const wanted = namedFiles(directory);
  if (wanted.length === 0) return;
  const kustomized = new Set(ourFolders);
  for (const path of files.keys()) if (isKustomizationName(baseName(path))) kustomized.add(folderOf(path));
  const paths = [...files.keys()];
  for (const { option, name } of wanted) {
    const path = resolvePath(directory.path, name);
    if (isRemote(name) || !inFolder(path, directory.path)) continue;
    const takesFolders = option === "include" || option === "components";
    if (takesFolders ? kustomized.has(path) || (option === "include" && files.has(path)) : files.has(path)) continue;
    const isFolder = paths.some((file) => file !== path && inFolder(file, path));
    reporter.report("directory/missing-file", {
      message: `directory ${JSON.stringify(directory.path)} names ${JSON.stringify(name)} in ${option}, ${problemOf(isFolder, takesFolders, files.has(path))}`,
      hint:
        isFolder && option === "include"
          ? `name its files one by one, or put a kustomization.yaml into ${JSON.stringify(path)}`
          : `give a path from ${JSON.stringify(directory.path)} that exists`,
      at: directory.container.directories[0],
      file: path,
    });
  }
}

function problemOf(isFolder: boolean, takesFolders: boolean, isFile: boolean): string {
  if (isFile) return "which is no folder";
  if (!isFolder) return "which does not exist";
  return takesFolders ? "a folder without a kustomization.yaml" : "which is a folder";
}

/** kustomize takes addresses too, with or without their scheme. */
function isRemote(name: string): boolean {
  return /^[\w-]+:|[?@]|^[\w-]+(?:\.[\w-]+)+\//.test(name);
}
