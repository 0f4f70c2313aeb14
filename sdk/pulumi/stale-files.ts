import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { staleDirectories } from "../emit/stale-directories.ts";
import type { CompiledForApi } from "./compile-cluster.ts";
import { repositoryFolder, repositoryReader } from "./repository.ts";

/** Warnings about directories whose committed files are not what the program says. None where there is no repository. */
export function staleFiles(
  { files, cluster: { resources } }: CompiledForApi,
  isDirect: (directory: string) => boolean,
  repository: string | undefined,
): readonly Diagnostic[] {
  const isDelivered = (directory: string): boolean => !isDirect(directory);
  const isNeeded = resources.some(({ directory }) => directory !== undefined && isDelivered(directory));
  const folder = isNeeded ? repositoryFolder(repository) : undefined;
  return folder === undefined ? [] : staleDirectories(files, resources, repositoryReader(folder), isDelivered);
}
