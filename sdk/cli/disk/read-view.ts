import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FleetPlaces } from "../../compile/inspect.ts";
import { inFolder, isYamlName, joinPath, staysInside } from "../../compile/paths.ts";
import type { View, ViewFile } from "../../compile/view.ts";
import { isKustomizationName } from "../../model/kustomization-names.ts";
import { readEncryptedFiles } from "./encrypted-files.ts";
import { ignoring } from "./error-code.ts";
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
  /** Says whether Sluice wrote a file. */
  readonly isOurs: (path: string) => boolean;
  /** Where the paths of encrypted files start. */
  readonly programFolder: string;
}

/** What no source delivers: Git's own data, packages, and the index. */
const SKIPPED: ReadonlySet<string> = new Set([".git", ".sluice", "node_modules"]);

/** Lists the folders that a fleet writes to, and reads the YAML in them that Sluice did not write. */
export async function readView({ root, places, isOurs, programFolder }: ViewRequest): Promise<DiskView> {
  const files = new Map<string, ViewFile>();
  const foreign: string[] = [];
  for (const path of listFiles(root, places.folders)) {
    if (isOurs(path)) files.set(path, { type: "ours" });
    else if (isYamlName(path) || isKustomizationName(path.slice(path.lastIndexOf("/") + 1))) foreign.push(path);
    else files.set(path, { type: "other" });
  }
  for (const path of foreign) files.set(path, await readForeign(join(root, path)));
  const { seen, texts } = await readEncryptedFiles(places.encryptedFiles, programFolder);
  return { files, folders: findFolders(root, places.namedFolders), encryptedFiles: seen, encryptedTexts: texts };
}

async function readForeign(file: string): Promise<ViewFile> {
  const text = ignoring(["EACCES", "EPERM"], () => readFileSync(file, "utf8"));
  if (text === undefined) return { type: "unreadable", reason: "its permissions do not allow it" };
  const parsed = await parseYaml(text);
  return parsed.type === "parsed" ? { type: "yaml", documents: parsed.documents } : parsed;
}

/** Every file below some folders, once, sorted. Links are not followed: a source's archive does not hold what they lead to. */
function listFiles(root: string, folders: readonly string[]): readonly string[] {
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
    inside.map((folder) => [folder, statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory() === true]),
  );
}
