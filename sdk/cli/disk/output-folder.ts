import { closeSync, constants, lstatSync, openSync, readFileSync, type Stats } from "node:fs";
import { join } from "node:path";
import { baseName, folderOf } from "../../compile/paths.ts";
import type { OnDisk } from "../../emit/file-verdict.ts";
import { errorCode } from "./error-code.ts";

/** The folder that a build writes to, and how it looks at what is there. */
export interface OutputFolder {
  /** Where it is on this machine. */
  readonly root: string;
  /** What stands in a file's place. Paths are from the folder, with `/`. */
  look(path: string): OnDisk;
  /** Why no file may be written below a folder, if so. Folders that do not exist may be made. */
  blocked(folder: string): Blocked | undefined;
}

/** Something that may not be written over or through. */
export type Blocked = Extract<OnDisk, { type: "blocked" }>;

const ABSENT: OnDisk = { type: "absent" };
// Neither follows a link in the last place, nor waits for the other end of a pipe.
const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Looks at an output folder. Each folder on the way to a file is looked at once, so ask anew after something was written. */
export function outputFolder(root: string): OutputFolder {
  const folders = new Map<string, "folder" | "absent" | Blocked>([
    ["", lstatOf(root) === undefined ? "absent" : "folder"],
  ]);

  const stateOf = (folder: string): "folder" | "absent" | Blocked => {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const above = stateOf(folderOf(folder));
    const state = above === "folder" ? lookAtFolder(root, folder) : above;
    folders.set(folder, state);
    return state;
  };

  return {
    root,
    blocked: (folder) => {
      const state = stateOf(folder);
      return typeof state === "string" ? undefined : state;
    },
    look: (path) => {
      const state = stateOf(folderOf(path));
      if (state === "absent") return ABSENT;
      return state === "folder" ? lookAtFile(root, path) : state;
    },
  };
}

function lookAtFolder(root: string, folder: string): "folder" | "absent" | Blocked {
  let status: Stats | undefined;
  try {
    status = lstatOf(join(root, folder));
  } catch (error) {
    if (errorCode(error) === "ENAMETOOLONG") return tooLong(folder);
    throw error;
  }
  if (status === undefined) return "absent";
  if (status.isDirectory()) return "folder";
  if (!status.isSymbolicLink()) return inTheWay(folder, "is a file, and a folder is needed there", "move it away");
  return {
    type: "blocked",
    code: "layout/outside",
    message: `"${folder}" is a symbolic link, so what is written below it would land somewhere else`,
    hint: "write to the folder that it leads to, or replace it with a folder",
  };
}

function lookAtFile(root: string, path: string): OnDisk {
  try {
    return { type: "file", text: readText(join(root, path)) };
  } catch (error) {
    switch (errorCode(error)) {
      case "ENOENT":
        return ABSENT;
      case "ENAMETOOLONG":
        return tooLong(path);
      case "EISDIR":
        return inTheWay(
          path,
          "is a folder, and a file belongs there",
          `move ${baseName(path)} away, or name the file differently`,
        );
      // Linux and macOS say ELOOP of a link that is not to be followed, FreeBSD EMLINK.
      case "ELOOP":
      case "EMLINK":
        return inTheWay(path, "is a symbolic link, and a file belongs there", "delete the link");
      case "EACCES":
      case "EPERM":
        return inTheWay(path, "cannot be read", "change its permissions");
      default:
        throw error;
    }
  }
}

function readText(file: string): string {
  const descriptor = openSync(file, READ);
  try {
    return readFileSync(descriptor, "utf8");
  } finally {
    closeSync(descriptor);
  }
}

function tooLong(path: string): Blocked {
  return inTheWay(path, "is a longer path than this file system takes", "give it a shorter one");
}

function inTheWay(path: string, what: string, hint: string): Blocked {
  return { type: "blocked", code: "layout/foreign-file", message: `"${path}" ${what}`, hint };
}

function lstatOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}
