import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** How to keep packages out of Git. */
export interface IgnoreChange {
  /** The .gitignore, absolute. */
  readonly file: string;
  readonly text: string;
}

/** Says what a .gitignore lacks, if none from the program's folder up to the root leaves packages out. */
export function ignorePackages(folder: string, root: string): IgnoreChange | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (/^(?:\*\*)?\/?node_modules\b/m.test(textOf(join(at, ".gitignore")))) return undefined;
    if (at === root || relative(root, at).startsWith("..") || dirname(at) === at) break;
  }
  const file = join(folder, ".gitignore");
  const text = textOf(file);
  const separator = text === "" || text.endsWith("\n") ? "" : "\n";
  return { file, text: `${text}${separator}node_modules/\n` };
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
