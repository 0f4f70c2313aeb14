import { isReserved, staysInside } from "../compile/paths.ts";

/**
 * Says whether a path stays inside the output folder: relative, with `/`, without `..`, and not in a folder that is not the
 * program's to write to. Symbolic links are another matter: only the disk knows them.
 */
export function isOutputPath(path: string): boolean {
  return staysInside(path) && !isReserved(path);
}

/** Two paths that are one where case does not count. */
export interface CaseCollision {
  /** The file that it was noticed at. */
  readonly path: string;
  readonly first: string;
  readonly second: string;
}

/** Finds files and folders whose paths differ in nothing but case: macOS and Windows keep one of them only. */
export function caseCollisions(paths: Iterable<string>): readonly CaseCollision[] {
  const seen = new Map<string, string>();
  const collisions = new Map<string, CaseCollision>();
  for (const path of paths) {
    for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
      const part = path.slice(0, end);
      const key = part.toLowerCase();
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, part);
        continue;
      }
      if (first !== part) {
        const [one, other] = untilTheyDiffer(first, part);
        if (!collisions.has(other)) collisions.set(other, { path, first: one, second: other });
      }
      // What is above a known folder is known too.
      break;
    }
  }
  return [...collisions.values()];
}

/** Two paths up to the first part that differs: the folders, where it is those that do. */
function untilTheyDiffer(first: string, second: string): readonly [string, string] {
  const [left, right] = [first.split("/"), second.split("/")];
  const depth = left.findIndex((part, index) => part !== right[index]) + 1;
  return [left.slice(0, depth).join("/"), right.slice(0, depth).join("/")];
}
