import { lstatSync, readFileSync, readlinkSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { ignoring } from "../disk/error-code.ts";

/** Where Flux looks for plugins, and how. */
export interface PluginPlace {
  readonly folder: string;
  /** Whether somebody chose the folder; Flux makes only its own. */
  readonly isChosen: boolean;
  /** The path that Flux runs for `flux sluice`. */
  readonly file: string;
  /** On Windows a link needs rights that few have, and Flux takes scripts there. */
  readonly form: "link" | "script";
}

/** Finds the place as Flux does. */
export function pluginPlace(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string = homedir(),
): PluginPlace {
  const { FLUXCD_PLUGINS: chosen = "" } = environment;
  const folder = chosen === "" ? join(home, ".fluxcd", "plugins") : chosen;
  const form = platform === "win32" ? "script" : "link";
  const file = join(folder, form === "script" ? "flux-sluice.cmd" : "flux-sluice");
  return { folder, isChosen: chosen !== "", file, form };
}

/** What stands where the plugin belongs. */
export type FoundPlugin =
  | { readonly type: "nothing" }
  /** Put there by `sluice plugin install`, for this copy of Sluice or another. */
  | { readonly type: "ours"; readonly command: string }
  | { readonly type: "folder" }
  | { readonly type: "foreign" };

/** A copy of Sluice, wherever it is installed. */
const COMMAND = /[\\/]dist[\\/]esm[\\/]cli[\\/]main\.js$/;

/** Looks at what stands there, without following links. */
export function findPlugin({ file, form }: PluginPlace): FoundPlugin {
  const found = ignoring(["ENOENT", "ENOTDIR"], () => lstatSync(file));
  if (found === undefined) return { type: "nothing" };
  if (found.isDirectory()) return { type: "folder" };
  const command = form === "link" ? linkTarget(file, found.isSymbolicLink()) : scriptTarget(file);
  return command !== undefined && COMMAND.test(command) ? { type: "ours", command } : { type: "foreign" };
}

/** The script that runs a command on Windows. */
export function pluginScript(command: string): string {
  return `@rem Written by sluice plugin install.\r\n@node "${command}" %*\r\n`;
}

function linkTarget(file: string, isLink: boolean): string | undefined {
  return isLink ? readlinkSync(file) : undefined;
}

function scriptTarget(file: string): string | undefined {
  return /^@rem Written by sluice plugin install\.\r\n@node "([^"]+)" %\*\r\n$/.exec(readFileSync(file, "utf8"))?.[1];
}
