import { chmodSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { findPlugin, type PluginPlace, pluginScript } from "./plugin-file.ts";

/** What came of it, in words. */
export interface PluginOutcome {
  readonly isDone: boolean;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** How the plugin is installed. */
export interface InstallRequest {
  readonly place: PluginPlace;
  /** The file of the command that it runs. */
  readonly command: string;
  /** Whether a file of somebody else may be replaced. */
  readonly isForced: boolean;
}

/** Makes a copy of Sluice the plugin. What it did not put there itself it leaves alone. */
export function installPlugin({ place, command, isForced }: InstallRequest): PluginOutcome {
  const { file, folder } = place;
  if (/[\\/]_npx[\\/]/.test(command)) {
    const message = "npx runs this copy of Sluice from a folder that npm empties";
    return { isDone: false, message, hint: "install it first: npm install --global sluice" };
  }
  if (place.isChosen && statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    const hint = `make it (mkdir -p "${folder}"), or unset FLUXCD_PLUGINS: Flux looks there and nowhere else`;
    return { isDone: false, message: `FLUXCD_PLUGINS names "${folder}", which is no folder`, hint };
  }
  const found = findPlugin(place);
  if (found.type === "folder") return isFolder(file);
  if (found.type === "foreign" && !isForced) return isForeign(file, "sluice plugin install --force replaces it");
  if (found.type === "ours" && found.command === command) {
    makeExecutable(command);
    return { isDone: true, message: `"${file}" runs this copy of Sluice already` };
  }
  mkdirSync(folder, { recursive: true });
  makeExecutable(command);
  // Under another name first: there is never a moment without the plugin, nor half a file.
  const next = `${file}.${process.pid}.new`;
  rmSync(next, { force: true });
  if (place.form === "script") writeFileSync(next, pluginScript(command));
  else symlinkSync(command, next);
  renameSync(next, file);
  return { isDone: true, message: `"${file}" runs ${command}`, hint: "try it: flux sluice --help" };
}

/** Takes the plugin away. */
export function uninstallPlugin(place: PluginPlace, isForced: boolean): PluginOutcome {
  const { file } = place;
  const found = findPlugin(place);
  if (found.type === "nothing") return { isDone: true, message: `there is no "${file}"` };
  if (found.type === "folder") return isFolder(file);
  if (found.type === "foreign" && !isForced) return isForeign(file, "sluice plugin uninstall --force removes it");
  rmSync(file);
  return { isDone: true, message: `"${file}" is removed` };
}

function isFolder(file: string): PluginOutcome {
  return { isDone: false, message: `"${file}" is a folder`, hint: "look at what is in it, and move it away" };
}

function isForeign(file: string, hint: string): PluginOutcome {
  return { isDone: false, message: `"${file}" was not made by Sluice`, hint };
}

/** Flux passes over a plugin that may not be run, without a word. Installers usually see to that. */
function makeExecutable(command: string): void {
  const { mode } = statSync(command);
  if ((mode & 0o111) !== 0o111) chmodSync(command, mode | 0o111);
}
