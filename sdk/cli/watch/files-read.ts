import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Notes which files this process reads from now on, so that a program's data is watched like its modules. It stands in for
 * Node's functions, since no program says beforehand what it reads.
 *
 * @returns Gives the files that were read since it was last asked.
 */
export function noteFilesRead(): () => readonly string[] {
  let seen = new Set<string>();
  const note = (file: unknown): void => {
    const path = file instanceof URL && file.protocol === "file:" ? fileURLToPath(file) : file;
    if (typeof path === "string" && !/[\\/]node_modules[\\/]/.test(path)) seen.add(resolve(path));
  };
  const noting = <F extends object>(original: F): F =>
    new Proxy(original, {
      apply: (target, self, args) => {
        note(args[0]);
        // `original` is a function, or there would be nothing to apply.
        return Reflect.apply(target as (...all: unknown[]) => unknown, self, args);
      },
    });
  fs.readFileSync = noting(fs.readFileSync);
  fs.readFile = noting(fs.readFile);
  fs.promises.readFile = noting(fs.promises.readFile);
  syncBuiltinESMExports();
  return () => {
    const files = [...seen];
    seen = new Set();
    return files;
  };
}
