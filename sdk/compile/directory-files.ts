import { isKustomizationName } from "../model/kustomization-names.ts";
import type { KustomizationFiles } from "./kustomization-files.ts";
import type { Folder } from "./layout.ts";
import { namedFiles } from "./named-files.ts";
import { inFolder, joinPath, relativePath, resolvePath } from "./paths.ts";
import type { Reporter } from "./reporter.ts";
import type { ViewFile } from "./view.ts";

/** Checks the YAML that other people have in a directory, against what the directory's options say of it. */
export function checkDirectory(
  directory: Folder,
  beside: ReadonlyMap<string, ViewFile>,
  kustomizations: KustomizationFiles,
  reporter: Reporter,
): void {
  const written = new Set(directory.files.map((file) => file.path));
  const named = namedFiles(directory).map(({ name }) => resolvePath(directory.path, name));
  const ignored = (directory.options?.ignore ?? []).map((glob) => globPattern(joinPath(directory.path, glob)));
  const at = directory.container.directories[0];
  const unnamed: string[] = [];
  for (const path of beside.keys()) {
    if (written.has(path)) continue;
    if (named.some((name) => inFolder(path, name)) || ignored.some((pattern) => pattern.test(path))) continue;
    if (!isKustomizationName(relativePath(path, directory.path))) {
      unnamed.push(path);
      continue;
    }
    reporter.report("layout/foreign-kustomization", {
      message: `${JSON.stringify(path)} stands where Sluice writes a kustomization.yaml`,
      hint: "move what it says into the options of directory(), and delete it",
      at,
      file: path,
    });
  }
  if (unnamed.length > 0) reportUnnamed(unnamed, directory, kustomizations, reporter);
}

/** What nobody names is said at once, with everything that is to be written. */
function reportUnnamed(
  paths: readonly string[],
  directory: Folder,
  kustomizations: KustomizationFiles,
  reporter: Reporter,
): void {
  const [first = "", ...others] = paths;
  const entries = new Set(paths.map((path) => kustomizations.entryFor(path, directory.path)));
  const names = [...entries].map((entry) => relativePath(entry, directory.path));
  const globs = [...entries].map((entry) => relativePath(entry, directory.path) + (paths.includes(entry) ? "" : "/**"));
  const it = others.length === 0 ? "it" : "them";
  const what = others.length === 0 ? "" : ` and ${others.length} more`;
  reporter.report("layout/foreign-yaml", {
    message: `${JSON.stringify(first)}${what} would not be applied any more: directory ${JSON.stringify(directory.path)} gets a kustomization.yaml that does not list ${it}`,
    hint: `name ${it} in the options of directory(): include: ${listed(names)} to apply ${it}, ignore: ${listed(globs)} not to`,
    at: directory.container.directories[0],
    file: first,
    related: others.map((file) => ({ message: "not listed either", file })),
  });
}

function listed(names: readonly string[]): string {
  return `[${names.map((name) => JSON.stringify(name)).join(", ")}]`;
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
