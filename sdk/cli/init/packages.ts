import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** How packages are installed. */
export type PackageManager = "npm" | "pnpm" | "yarn";

/** What a folder's package.json says, as far as it matters here. */
export interface ExistingPackage {
  readonly manager: PackageManager;
  /** Absent where there is no package.json. */
  readonly packages?: ReadonlySet<string> | undefined;
}

const LOCKS: readonly (readonly [file: string, manager: PackageManager])[] = [
  ["package-lock.json", "npm"],
  ["pnpm-lock.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
];

/** Looks at a folder's packages; the lock file may stand above, at the root of a workspace. */
export function existingPackage(folder: string, root: string): ExistingPackage {
  const file = join(folder, "package.json");
  const folders = [folder, root];
  const [, manager = "npm"] =
    LOCKS.find(([lock]) => folders.some((candidate) => existsSync(join(candidate, lock)))) ?? [];
  return existsSync(file) ? { manager, packages: packagesOf(readFileSync(file, "utf8")) } : { manager };
}

/** A package.json that cannot be read is npm's to complain about. */
function packagesOf(text: string): ReadonlySet<string> {
  try {
    const data: unknown = JSON.parse(text);
    const lists = ["dependencies", "devDependencies"].map((key) => fieldOf(data, key));
    return new Set(lists.flatMap((list) => (typeof list === "object" && list !== null ? Object.keys(list) : [])));
  } catch {
    return new Set();
  }
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
