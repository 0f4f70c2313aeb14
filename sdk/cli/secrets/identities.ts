import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isIdentity } from "../../sops/age.ts";
import { errorCode } from "../disk/error-code.ts";
import type { Environment } from "./read-secret.ts";
import { homeFolder } from "./user-folders.ts";

/** An identity that the library takes: what belongs to a plugin or to SSH is for `sops`. */
const IDENTITY = /^AGE-SECRET-KEY-(?:PQ-)?1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]+$/;

/** Where age identities were looked for, and those that were found. They are secret. */
export interface AgeIdentities {
  readonly identities: readonly string[];
  /** The file for them that every user has a place for. */
  readonly usualFile: string | undefined;
  /** The variables of the environment that are set, and give no identity of any sort. */
  readonly useless: readonly UselessVariable[];
}

/** A variable that was set for an identity and gives none. Of what it holds, nothing is told. */
export interface UselessVariable {
  readonly name: string;
  readonly reason: "no identity" | "no file";
}

/** Finds age identities where `sops` finds them: every place counts, not the first only. */
export function findIdentities(environment: Environment, platform: NodeJS.Platform = process.platform): AgeIdentities {
  const usualFile = usualKeyFile(environment, platform);
  const namedFile = environment["SOPS_AGE_KEY_FILE"];
  const given = environment["SOPS_AGE_KEY"] ?? "";
  const named = namedFile ? readText(namedFile) : "";
  // Only in the variable may several stand on a line.
  const texts = [given.replaceAll(/[\t ]+/g, "\n"), named ?? "", (usualFile && readText(usualFile)) ?? ""];
  const lines = texts.flatMap((text) => text.split(/\r?\n/));
  return {
    identities: [...new Set(lines.filter((line) => IDENTITY.test(line)))],
    usualFile,
    useless: [
      ...(holdsNothing(given) ? [{ name: "SOPS_AGE_KEY", reason: "no identity" } as const] : []),
      ...(named === undefined ? [{ name: "SOPS_AGE_KEY_FILE", reason: "no file" } as const] : []),
      ...(holdsNothing(named ?? "") ? [{ name: "SOPS_AGE_KEY_FILE", reason: "no identity" } as const] : []),
    ],
  };
}

/** Says whether a text holds something, and nothing of it is an identity. Those of plugins and of SSH are for `sops`. */
function holdsNothing(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.trimStart().startsWith("#"));
  if (lines.length === 0) return false;
  return !lines.some((line) => /^AGE-PLUGIN-|-----BEGIN /.test(line) || line.split(/[\t ]+/).some(isIdentity));
}

/** The file of age identities in the user's folder for configuration, as Go finds that. */
export function usualKeyFile(environment: Environment, platform: NodeJS.Platform): string | undefined {
  const folder = configFolder(environment, platform);
  return folder === undefined ? undefined : join(folder, "sops", "age", "keys.txt");
}

function configFolder(environment: Environment, platform: NodeJS.Platform): string | undefined {
  if (platform === "win32") return environment["AppData"] || environment["APPDATA"] || undefined;
  const home = homeFolder(environment);
  const usual = platform === "darwin" ? ["Library", "Application Support"] : [".config"];
  return environment["XDG_CONFIG_HOME"] || (home === undefined ? undefined : join(home, ...usual));
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}
