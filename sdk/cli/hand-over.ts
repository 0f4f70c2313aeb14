import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { OWN_PACKAGE } from "../places/own-package.ts";
import { standDown } from "./exit.ts";

/** Set once a copy of Sluice has handed over to another, so that no two of them do so for ever. */
const HANDED_OVER = Symbol.for("sluice.handedOver");

/**
 * Lets the project's own copy of Sluice do the work, where there is one and it is not this: a program is built by the version
 * that it was written for. Says whether it did.
 */
export async function handOver(args: readonly string[]): Promise<boolean> {
  if (HANDED_OVER in globalThis) return false;
  const folder = packageFolderFrom(programFolder(args));
  if (folder === undefined || realpathSync(folder) === realpathSync(OWN_PACKAGE)) return false;
  const command = commandOf(folder);
  if (command === undefined || !existsSync(command)) return false;
  Reflect.set(globalThis, HANDED_OVER, true);
  standDown();
  await import(pathToFileURL(command).href);
  return true;
}

/** Arguments are read after the hand-over, by the copy that knows them; the program is found without that. */
function programFolder(args: readonly string[]): string {
  const program = args.find((arg) => /^[^-].*\.[cm]?[jt]sx?$/.test(arg) && existsSync(arg));
  return program === undefined ? process.cwd() : dirname(resolve(program));
}

function packageFolderFrom(folder: string): string | undefined {
  try {
    return dirname(createRequire(join(folder, "program.js")).resolve("sluice/package.json"));
  } catch {
    return undefined;
  }
}

function commandOf(folder: string): string | undefined {
  const data: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const bin: unknown = typeof data === "object" && data !== null ? Reflect.get(data, "bin") : undefined;
  const command: unknown = typeof bin === "object" && bin !== null ? Reflect.get(bin, "sluice") : bin;
  return typeof command === "string" ? join(folder, command) : undefined;
}
