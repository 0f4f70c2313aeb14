import { isKustomizationName } from "../model/kustomization-names.ts";
import type { Folder } from "./layout.ts";
import { namedFiles } from "./named-files.ts";
import { inFolder, joinPath, relativePath, resolvePath } from "./paths.ts";
import type { Reporter } from "./reporter.ts";
import type { ViewFile } from "./view.ts";

/** Checks the YAML that other people have in a directory, against what the directory's options say of it. */
export function checkDirectory(directory: Folder, beside: ReadonlyMap<string, ViewFile>, reporter: Reporter): void {
  const written = new Set(directory.files.map((file) => file.path));
  const named = namedFiles(directory).map(({ name }) => resolvePath(directory.path, name));
  const ignored = (directory.options?.ignore ?? []).map((glob) => globPattern(joinPath(directory.path, glob)));
  const at = directory.container.directories[0];
  for (const path of beside.keys()) {
    if (written.has(path)) continue;
    if (named.some((name) => inFolder(path, name)) || ignored.some((pattern) => pattern.test(path))) continue;
    const relative = relativePath(path, directory.path);
    if (isKustomizationName(relative)) {
      reporter.report("layout/foreign-kustomization", {
        message: `${JSON.stringify(path)} stands where Sluice writes a kustomization.yaml`,
        hint: "move what it says into the options of directory(), and delete it",
        at,
        file: path,
      });
    } else {
      reporter.report("layout/foreign-yaml", {
        message: `${JSON.stringify(path)} would not be applied any more: directory ${JSON.stringify(directory.path)} gets a kustomization.yaml that does not list it`,
        hint: `name it in the options of directory(): include: [${JSON.stringify(relative)}] to apply it, ignore: [${JSON.stringify(relative)}] not to`,
        at,
        file: path,
      });
    }
  }
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
