import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FleetPlaces } from "../../compile/inspect.ts";
import { baseName, inFolder, isYamlName, joinPath, staysInside } from "../../compile/paths.ts";
import type { View, ViewFile } from "../../compile/view.ts";
import { isKustomizationName, KUSTOMIZATION_NAMES } from "../../model/kustomization-names.ts";
import { readEncryptedFiles } from "./encrypted-files.ts";
import { errorCode, ignoring } from "./error-code.ts";
import { parseYaml } from "./parse-yaml.ts";

/** What a build reads of the disk before it compiles. */
export interface DiskView extends View {
  /** The texts of the encrypted files, to be copied as they are. */
  readonly encryptedTexts: ReadonlyMap<string, string>;
}

/** What is read. */
export interface ViewRequest {
  readonly root: string;
  readonly places: FleetPlaces;
  /** The files below the folders that Sluice writes to. */
  readonly paths: readonly string[];
  /** Says whether Sluice wrote a file. */
  readonly isOurs: (path: string) => boolean;
  /** Where the paths of encrypted files start. */
  readonly programFolder: string;
}

/** What no source delivers: Git's own data, packages, and the index. */
const SKIPPED: ReadonlySet<string> = new Set([".git", ".sluice", "node_modules"]);

/** Reads the YAML that Sluice did not write, and what else a fleet stands on. */
export async function readView({ root, places, paths, isOurs, programFolder }: ViewRequest): Promise<DiskView> {
  const files = new Map<string, ViewFile>();
  for (const path of paths) {
    if (isOurs(path)) files.set(path, { type: "ours" });
    else if (!isYamlName(path) && !isKustomizationName(baseName(path))) files.set(path, { type: "other" });
    else {
      const found = await readForeign(join(root, path));
      if (found !== undefined) files.set(path, found);
    }
  }
  for (const folder of places.foldersAbove) {
    for (const path of KUSTOMIZATION_NAMES.map((name) => joinPath(folder, name))) {
      const isFile = ignoring(["ENOENT", "ENOTDIR"], () => lstatSync(join(root, path)))?.isFile() === true;
      const found = isFile && !files.has(path) ? await readForeign(join(root, path)) : undefined;
      if (found !== undefined) files.set(path, found);
    }
  }
  const { seen, texts } = await readEncryptedFiles(places.encryptedFiles, programFolder);
  return { files, folders: findFolders(root, places.namedFolders), encryptedFiles: seen, encryptedTexts: texts };
}

/** A file may be gone since it was listed. */
async function readForeign(file: string): Promise<ViewFile | undefined> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    switch (errorCode(error)) {
      case "ENOENT":
        return undefined;
      case "EACCES":
      case "EPERM":
        return { type: "unreadable", reason: "its permissions do not allow it" };
      default:
        throw error;
    }
  }
  const parsed = await parseYaml(text);
  return parsed.type === "parsed" ? { type: "yaml", documents: parsed.documents } : parsed;
}

/** Every file below some folders, once, sorted. Links are not followed: a source's archive does not hold what they lead to. */
export function listFiles(root: string, folders: readonly string[]): readonly string[] {
  const files: string[] = [];
  const list = (folder: string): void => {
    const entries =
      ignoring(["ENOENT", "ENOTDIR"], () => readdirSync(join(root, folder), { withFileTypes: true })) ?? [];
    for (const entry of entries) {
      if (SKIPPED.has(entry.name)) continue;
      const path = joinPath(folder, entry.name);
      if (entry.isDirectory()) list(path);
      else if (entry.isFile()) files.push(path);
    }
  };
  // A path that leads out of the output folder is reported when the fleet is compiled.
  const inside = [...new Set(folders)].filter((folder) => folder === "" || staysInside(folder));
  for (const folder of inside) {
    if (!inside.some((other) => other !== folder && inFolder(folder, other))) list(folder);
  }
  return files.sort();
}

function findFolders(root: string, folders: readonly string[]): ReadonlyMap<string, boolean> {
  const inside = folders.filter((folder) => folder === "" || staysInside(folder));
  return new Map(
    inside.map((folder) => [
      folder,
      ignoring(["ENOENT", "ENOTDIR"], () => statSync(join(root, folder)))?.isDirectory() === true,
    ]),
  );
}
