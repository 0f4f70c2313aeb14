import { formatIdentity } from "../model/identity.ts";
import type { FolderApplier } from "./folder-appliers.ts";
import { inFolder } from "./paths.ts";
import type { Reporter } from "./reporter.ts";
import type { Sources } from "./sources.ts";
import type { View } from "./view.ts";

/**
 * Checks that paths which are strings exist, where their source delivers this repository.
 *
 * @param written Where Sluice is about to write.
 */
export function checkPaths(
  appliers: readonly FolderApplier[],
  sources: Sources,
  written: readonly string[],
  view: View,
  reporter: Reporter,
): void {
  for (const { id, applier, field, folder, source, resource } of appliers) {
    if (folder === undefined || sources.rootOf(source) === undefined || view.folders.get(folder) !== false) continue;
    if (written.some((path) => inFolder(path, folder))) continue;
    reporter.report("path/missing", {
      message: `${formatIdentity(id)} applies ${JSON.stringify(field(applier.path))}, which is not in the repository`,
      hint: "give a directory() that Sluice writes, or a path that exists",
      resource,
      id,
      path: ["spec", applier.path],
    });
  }
}
