import type { CompiledFile, PlacedResource } from "../compile/compiled.ts";
import { isRootFile } from "../compile/owner.ts";
import { CATALOG } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { callSiteOf } from "../model/source-location.ts";
import { emitFile, isPrinted } from "./emit-file.ts";
import { hasImages } from "./images.ts";
import { withUnixLineEnds } from "./line-ends.ts";

/**
 * Reports directories whose committed files are not what the program says: Flux applies what Git has, whatever is deployed beside it.
 * Of a file that holds ciphertext, or that image automation writes to, only its absence is seen.
 *
 * @param read Gives the text of a file by its path, if it is there.
 * @param isDelivered Says of a directory whether Git delivers it. Default: all are.
 */
export function staleDirectories(
  files: readonly CompiledFile[],
  resources: readonly PlacedResource[],
  read: (path: string) => string | undefined,
  isDelivered: (directory: string) => boolean = () => true,
): readonly Diagnostic[] {
  const byFolder = new Map<string, string[]>();
  const directories = directoriesOf(resources);
  for (const file of files) {
    const folder = isRootFile(file) ? undefined : directories.find((path) => file.path.startsWith(`${path}/`));
    const problem = folder === undefined || !isDelivered(folder) ? undefined : problemOf(file, read(file.path));
    if (folder === undefined || problem === undefined) continue;
    const known = byFolder.get(folder);
    if (known) known.push(`${file.path} ${problem}`);
    else byFolder.set(folder, [`${file.path} ${problem}`]);
  }
  return [...byFolder].map(([folder, problems]) => {
    const resource = resources.find(({ directory }) => directory === folder);
    const [first, ...others] = problems;
    const what =
      others.length === 0
        ? first
        : `${first}, and so ${others.length === 1 ? "is 1 more" : `are ${others.length} more`}`;
    return {
      code: "directory/stale",
      severity: CATALOG["directory/stale"].severity,
      message: `what is committed of directory ${JSON.stringify(folder)} is not what the program says: ${what}`,
      hint: "run sluice build --directories, and commit what it writes: Flux applies what Git has",
      site: resource && callSiteOf(resource.resource),
    } as const;
  });
}

/** Directories, those before others that they lie in. */
function directoriesOf(resources: readonly PlacedResource[]): readonly string[] {
  const paths = new Set(resources.flatMap(({ directory }) => directory ?? []));
  return [...paths].sort((left, right) => right.length - left.length);
}

function problemOf(file: CompiledFile, found: string | undefined): string | undefined {
  if (found === undefined) return "is not there";
  if (!isPrinted(file) || hasImages(file)) return undefined;
  return withUnixLineEnds(found) === emitFile(file) ? undefined : "differs";
}
